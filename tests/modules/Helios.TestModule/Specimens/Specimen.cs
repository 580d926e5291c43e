using Helios.Core.Directory.People;
using Helios.Kernel.Entities;

namespace Helios.TestModule.Specimens;

/// <summary>A thing with a name and a code, kept or lent.</summary>
public sealed class Specimen : Entity
{
    public required string Name { get; set; }

    /// <summary>What is printed on it; unique without regard to case.</summary>
    public string? Code
    {
        get;
        set
        {
            field = value;
            CodeKey = User.Fold(value);
        }
    }

    /// <summary>The code as it is compared.</summary>
    public string? CodeKey { get; private set; }

    /// <summary>One of <see cref="SpecimenStatus"/>.</summary>
    public string Status { get; set; } = SpecimenStatus.Kept;

    public override EntityCard Card() => new(Name, "A specimen") { StaffText = Name };
}
