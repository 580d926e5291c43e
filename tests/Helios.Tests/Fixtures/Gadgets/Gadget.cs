using Helios.Kernel.Entities;
using Helios.Kernel.Events;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>A thing with a name, an owner and a code that no event may hold.</summary>
public sealed class Gadget : Entity
{
    public required string Name { get; set; }

    public Guid? OwnerId { get; set; }

    [Secret]
    public string? Code { get; set; }

    public override EntityCard Card() => new(Name, "A gadget") { Readers = OwnerId is { } owner ? [$"user:{owner}"] : [] };
}
