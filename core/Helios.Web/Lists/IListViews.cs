using Helios.Web.Pages;

namespace Helios.Web.Lists;

/// <summary>Knows the views of lists and the pinned ones of the side bar. Web asks, Core answers.</summary>
public interface IListViews
{
    /// <summary>The views of a list for whoever asks for its page.</summary>
    ValueTask<ListViews> For(PageRequest request, EntityList list);
}
