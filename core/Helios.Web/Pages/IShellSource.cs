using Helios.Web.Components.Shell;

namespace Helios.Web.Pages;

/// <summary>Makes the frame around every page: places, counts, acts. Web asks, Core answers.</summary>
public interface IShellSource
{
    /// <summary>The frame of the page that this request asks for.</summary>
    ValueTask<ShellModel> For(PageRequest request, FormToken token, IReadOnlyList<Toast> toasts);
}
