using Helios.Core.Links.Queries;

namespace Helios.Core.Links.Pages;

/// <summary>What a record is linked to, two steps far.</summary>
/// <param name="Tab"><c>graph</c>, <c>list</c> or <c>ended</c>.</param>
/// <param name="Graph">The graph.</param>
/// <param name="Ended">Links of the record that have ended; empty on the other tabs.</param>
/// <param name="CanWrite">Whether links can be made and changed.</param>
public sealed record GraphView(string Tab, GetLinkGraph.Result Graph, IReadOnlyList<LinkView> Ended, bool CanWrite)
{
    /// <summary>How many links of the record itself the graph leaves out.</summary>
    public int More => Graph.Links - Graph.Nodes.Count(node => node.Step == 1) - Graph.Edges.Count(edge => edge.From == Graph.Root.Id);
}
