using System.Runtime.InteropServices;

namespace Helios.Kernel.Installations.Embedded;

/// <summary>Signals to processes, which .NET has no call for.</summary>
static class Signals
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;

    /// <summary>Sends a signal; a process that is gone already is no fault.</summary>
    public static void Send(int process, int signal) => _ = kill(process, signal);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int kill(int process, int signal);
}
