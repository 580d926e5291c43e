using Helios.Kernel.Entities;

namespace Helios.Tests.Growing.Broken;

/// <summary>A kind of which everything is wrong.</summary>
public sealed class Oddity : Entity
{
    public required string Name { get; set; }

    public string Mood { get; set; } = "odd";

    public long Weight { get; set; }

    public override EntityCard Card() => new(Name);
}
