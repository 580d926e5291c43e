using Helios.Kernel.Entities;

namespace Helios.Core.Links;

/// <summary>A relation that an organization has added to those that modules declare.</summary>
public sealed class RelationType : IOwned, ISetting
{
    /// <summary>The longest wording.</summary>
    public const int Longest = 60;

    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The immutable name, by which links and the API know it.</summary>
    public required string Name { get; init; }

    /// <summary>How the end that a link was made on says it, in any script.</summary>
    public required string Forward { get; set; }

    /// <summary>How the other end says it.</summary>
    public required string Backward { get; set; }

    /// <summary>The kinds that may say <see cref="Forward"/>; empty for all.</summary>
    public required string[] FromKinds { get; set; }

    /// <summary>The kinds that may say <see cref="Backward"/>; empty for all.</summary>
    public required string[] ToKinds { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when no new link takes it; links that have it keep it.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>The relation as links see it.</summary>
    public Relation Relation() => new(Name, Forward, Backward) { FromKinds = FromKinds, ToKinds = ToKinds };
}
