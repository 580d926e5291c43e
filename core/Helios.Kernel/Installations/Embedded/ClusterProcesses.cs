using System.Globalization;

namespace Helios.Kernel.Installations.Embedded;

/// <summary>The living processes of one cluster, found by what every user may read in /proc.</summary>
/// <remarks>Helios holds the data folder when it asks: whoever lives here was left behind by a start that was killed.</remarks>
sealed class ClusterProcesses(string folder, string name)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until nothing of an earlier start lives, asking it to stop, and takes its pid file away.</summary>
    public void ClearLeftovers(Action<string> report)
    {
        var asked = 0;
        for (var waited = TimeSpan.Zero; Living() is { Count: > 0 } living; waited += Beat)
        {
            var signal = waited < Patience ? Signals.Interrupt : waited < Patience * 2 ? Signals.Quit : Signals.Kill;
            if (waited > Patience * 3)
                throw new InstallationException($"PostgreSQL of an earlier start still runs on {folder} (process {string.Join(", ", living)}) and does not stop.", "Stop these processes and start Helios again.");
            if (signal != asked)
            {
                report("Waiting for the PostgreSQL of an earlier start to end.");
                foreach (var process in living)
                    Signals.Send(process, signal);
                asked = signal;
            }

            Thread.Sleep(Beat);
        }

        if (Directory.Exists(folder))
            File.Delete(PidFile);
    }

    /// <summary>Whether the server of this process, and no other, says that it takes connections.</summary>
    public bool IsReady(int process)
    {
        try
        {
            var lines = File.ReadAllLines(PidFile);
            return lines.Length > 7 && lines[0].Trim() == process.ToString(CultureInfo.InvariantCulture) && lines[7].Trim() == "ready";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Processes of this cluster that are no zombies: the postmaster by its folder, its children by the cluster's name.</summary>
    public IReadOnlyList<int> Living()
    {
        List<int> found = [];
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var process) && IsOurs(entry))
                found.Add(process);
        return found;
    }

    string PidFile => Path.Combine(folder, "postmaster.pid");

    bool IsOurs(string entry)
    {
        try
        {
            var command = File.ReadAllText(Path.Combine(entry, "cmdline"));
            var words = command.Split('\0');
            var isPostmaster = words[0].EndsWith("/postgres", StringComparison.Ordinal) && words.Contains(folder, StringComparer.Ordinal);
            return (isPostmaster || command.StartsWith($"postgres: {name}: ", StringComparison.Ordinal)) && !IsZombie(entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static bool IsZombie(string entry)
    {
        var line = File.ReadAllText(Path.Combine(entry, "stat"));
        return line[line.LastIndexOf(')')..] is [')', ' ', 'Z' or 'X', ..];
    }
}
