namespace Helios.Kernel.Installations.Examining;

/// <summary>One thing that was looked at: in order, or a fault with its cure.</summary>
public sealed record Finding(string Text, string? Cure = null)
{
    public bool IsFault => Cure is not null;
}
