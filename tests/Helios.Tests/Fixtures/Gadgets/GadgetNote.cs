using Helios.Kernel.Entities;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>A row that is part of a gadget.</summary>
public sealed class GadgetNote : IChildRow
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid EntityId { get; init; }

    public required string Text { get; set; }
}
