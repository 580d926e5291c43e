using Helios.Kernel.Entities;

namespace Helios.Core.Links;

/// <summary>A link and what stands at its other end.</summary>
sealed class LinkEnd
{
    public required Link Link { get; init; }

    public required EntityRow Other { get; init; }

    /// <summary>Whether the end that was asked for says the relation's reverse name.</summary>
    public bool IsReverse => Link.FromId == Other.Id;

    /// <summary>The end that was asked for.</summary>
    public Guid Here => IsReverse ? Link.ToId : Link.FromId;
}
