namespace Helios.Kernel.Installations;

/// <summary>The machine or the installation is not as it must be. The message says what is wrong, <see cref="Cure"/> what to do.</summary>
public sealed class InstallationException(string message, string cure, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the person at the machine can do about it.</summary>
    public string Cure { get; } = cure;

    /// <summary>The exit code of the program: 1 for a fault, 2 for a mistake on the command line.</summary>
    public int ExitCode { get; init; } = 1;
}
