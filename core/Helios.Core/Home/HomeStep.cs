using Helios.Web.Pages;

namespace Helios.Core.Home;

/// <summary>One of the first things to do in a new organization, that a module contributes. It ticks itself.</summary>
/// <param name="Title">What to do, verb first.</param>
/// <param name="Text">What it brings, in one sentence.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Path">The address below the organization where it is done.</param>
/// <param name="Permission">What an actor needs to do it; others do not see it.</param>
/// <param name="IsDone">Whether it is done; keep it to one cheap query.</param>
public sealed record HomeStep(string Title, string Text, string Icon, string Path, string Permission, Func<PageRequest, Task<bool>> IsDone)
{
    /// <summary>Smaller stands first.</summary>
    public int Order { get; init; }
}
