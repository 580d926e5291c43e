namespace Helios.Core.Views.Commands;

/// <summary>The view after a change.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The kind whose list it shows.</param>
/// <param name="Name">Its name.</param>
public sealed record ViewChanged(Guid Id, string Kind, string Name)
{
    internal static ViewChanged Of(SavedView view) => new(view.Id, view.Kind, view.Name);
}
