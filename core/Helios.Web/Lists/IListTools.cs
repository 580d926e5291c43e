using Helios.Web.Pages;

namespace Helios.Web.Lists;

/// <summary>Knows what somebody can do with a list. Web asks, Core answers.</summary>
public interface IListTools
{
    /// <summary>The tools of a list for whoever asks for its page.</summary>
    ValueTask<ListTools> For(PageRequest request, EntityList list);
}
