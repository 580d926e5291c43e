using Helios.Core.Links.Queries;
using Helios.Core.Search;
using Helios.Kernel.Entities;

namespace Helios.Core.Links;

/// <summary>Grows a graph of links as a tree: each entity stands once, below the first that led to it; what crosses is an edge.</summary>
sealed class LinkTree(EntityView root, IReadOnlyDictionary<string, Relation> relations, Func<EntityRow, EntityView?> view)
{
    readonly List<LinkGraphNode> nodes = [];
    readonly List<LinkGraphEdge> edges = [];
    readonly HashSet<Guid> shown = [root.Id];
    readonly HashSet<Guid> told = [];

    /// <summary>The entities, each after the one that it was reached from.</summary>
    public IReadOnlyList<LinkGraphNode> Nodes =>
        [.. nodes.Where(node => node.Step == 1).SelectMany(node => nodes.Where(other => other.Step == 2 && other.Parent == node.Entity.Id).Prepend(node))];

    /// <summary>Links that cross the tree.</summary>
    public IReadOnlyList<LinkGraphEdge> Edges => edges;

    /// <summary>What the middle is linked to: by relation, then by title, so that the picture is the same every time.</summary>
    public void First(IEnumerable<LinkEnd> ends)
    {
        foreach (var end in ends.OrderBy(Wording, StringComparer.Ordinal).ThenBy(end => end.Other.Title, StringComparer.OrdinalIgnoreCase).ThenBy(end => end.Link.Id))
            Add(end, root.Id, step: 1);
    }

    /// <summary>What that is linked to, so many of each.</summary>
    public void Second(IReadOnlyList<LinkEnd> ends, int each)
    {
        foreach (var parent in nodes.Where(node => node.Step == 1).ToList())
        {
            var mine = ends.Where(end => end.Here == parent.Entity.Id && end.Other.Id != root.Id && !told.Contains(end.Link.Id)).ToList();
            var before = shown.Count;
            foreach (var end in mine.OrderBy(Wording, StringComparer.Ordinal).ThenBy(end => end.Other.Title, StringComparer.OrdinalIgnoreCase).ThenBy(end => end.Link.Id))
                if (shown.Contains(end.Other.Id) || shown.Count - before < each)
                    Add(end, parent.Entity.Id, step: 2);
            if (mine.Exists(end => !told.Contains(end.Link.Id)))
                nodes[nodes.IndexOf(parent)] = parent with { HasMore = true };
        }
    }

    void Add(LinkEnd end, Guid parent, int step)
    {
        if (!told.Add(end.Link.Id))
            return;
        if (!shown.Contains(end.Other.Id) && view(end.Other) is { } other)
        {
            shown.Add(other.Id);
            nodes.Add(new LinkGraphNode(other, step, parent, Wording(end), HasMore: false));
        }
        else if (shown.Contains(end.Other.Id))
        {
            edges.Add(new LinkGraphEdge(parent, end.Other.Id, Wording(end)));
        }
    }

    string Wording(LinkEnd end) => relations.GetValueOrDefault(end.Link.Relation)?.Wording(end.IsReverse) ?? end.Link.Relation;
}
