namespace Helios.Kernel.Installations.Embedded;

/// <summary>How a program ended, and the last it said.</summary>
readonly record struct ShellResult(int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;
}
