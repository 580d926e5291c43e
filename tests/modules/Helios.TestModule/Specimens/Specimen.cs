using Helios.Kernel.Entities;

namespace Helios.TestModule.Specimens;

/// <summary>A thing with a name and nothing else.</summary>
public sealed class Specimen : Entity
{
    public required string Name { get; set; }

    public override EntityCard Card() => new(Name, "A specimen") { StaffText = Name };
}
