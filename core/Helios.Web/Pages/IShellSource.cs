using Helios.Kernel.Scopes;
using Helios.Web.Components.Shell;

namespace Helios.Web.Pages;

/// <summary>Makes the frame around every page: places, counts, acts. Web asks, Core answers.</summary>
public interface IShellSource
{
    /// <summary>The frame for this actor on the page with this path below the organization.</summary>
    ValueTask<ShellModel> For(Scope scope, string path, FormToken token, IReadOnlyList<Toast> toasts, CancellationToken stop);
}
