using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Tests.Fixtures.Gadgets;

namespace Helios.Tests.Input;

/// <summary>An input with a field of every sort.</summary>
/// <param name="Title">What it is called.</param>
public sealed record Sample(
    [property: MaxLength(40)] string Title,
    [property: Range(1, 200)] int Limit = 50,
    SampleState State = SampleState.InUse,
    string? Note = null,
    Optional<string> Name = default,
    Optional<string?> Body = default,
    Optional<EntityRef<Gadget>?> Owner = default,
    EntityRef<Gadget>? Gadget = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<EntityRef<Gadget>>? Others = null,
    bool Loud = false,
    DateOnly? Day = null,
    DateTimeOffset? Due = null,
    decimal? Price = null,
    long? Count = null,
    Guid? Id = null)
{
    /// <summary>Where it stands.</summary>
    public SamplePlace? Place { get; init; }

    [Secret]
    public string? Password { get; init; }
}
