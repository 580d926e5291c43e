using System.ComponentModel;
using System.Diagnostics;

namespace Helios.Kernel.Installations.Embedded;

/// <summary>Runs the programs of the system. Children get an environment of their own: no secret and no setting of ours leaks into them.</summary>
static class Shell
{
    const string Folders = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    public static ProcessStartInfo Prepare(string folder, IEnumerable<string> words)
    {
        var all = words.ToList();
        // A caller's PATH may be empty; programs of the system are where they are.
        var program = Folders.Split(':').Select(place => $"{place}/{all[0]}").FirstOrDefault(File.Exists) ?? all[0];
        var start = new ProcessStartInfo(program, all.Skip(1))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Folders;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    /// <summary>Whether the system has a program.</summary>
    public static bool Has(string program) => Folders.Split(':').Any(folder => File.Exists($"{folder}/{program}"));

    /// <summary>Runs a program on the calling thread to its end.</summary>
    public static ShellResult Run(string folder, params IEnumerable<string> words)
    {
        var start = Prepare(folder, words);
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException("No process.");
            process.StandardInput.Close();
            var errors = new System.Text.StringBuilder();
            process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ShellResult(process.ExitCode, output.Trim(), errors.ToString().Trim());
        }
        catch (Win32Exception e)
        {
            throw new InstallationException($"The program {start.FileName} cannot be started: {e.Message}.", $"Install {start.FileName} (on Debian and Ubuntu it belongs to util-linux or passwd).", e);
        }
    }
}
