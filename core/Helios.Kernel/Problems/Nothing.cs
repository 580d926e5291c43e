namespace Helios.Kernel.Problems;

/// <summary>The result of a command that has nothing to tell but that it is done.</summary>
public sealed record Nothing
{
    public static Nothing Instance { get; } = new();
}
