namespace Helios.Core.Links.Pages;

/// <summary>One way to link a record.</summary>
/// <param name="Value">What is sent: the relation's name, with - before it for the reverse.</param>
/// <param name="Wording">How the record says it.</param>
/// <param name="Kinds">The kinds that fit at the other end, comma-separated; empty for all.</param>
public sealed record LinkChoice(string Value, string Wording, string Kinds)
{
    /// <summary>The choices of a record of this kind.</summary>
    public static IReadOnlyList<LinkChoice> Of(IEnumerable<Relation> relations, string kind) =>
    [
        .. from relation in relations
           from isReverse in relation.IsSymmetric ? new[] { false } : [false, true]
           let kinds = relation.KindsFor(kind, isReverse)
           where kinds is not null
           select new LinkChoice(RelationName.Write(relation.Name, isReverse), relation.Wording(isReverse), string.Join(',', kinds)),
    ];
}
