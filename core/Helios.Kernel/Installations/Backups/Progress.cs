using System.Globalization;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Says now and then how far a long piece of work is.</summary>
sealed class Progress(Action<string> report, TimeProvider clock, string verb, long? total)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    long told = clock.GetTimestamp();
    long done;

    /// <summary>Counts bytes that went by.</summary>
    public void Add(long bytes)
    {
        done += bytes;
        if (clock.GetElapsedTime(told) >= Pause)
            Tell(total is > 0 and var all
            ? string.Create(CultureInfo.InvariantCulture, $"{verb} {Sizes.Text(done)} of {Sizes.Text(all)} ({Math.Min(100, done * 100 / all)} %).")
            : $"{verb} {Sizes.Text(done)}.");
    }

    /// <summary>Says what it is at, unless something was said a moment ago.</summary>
    public void Tell(string line)
    {
        if (clock.GetElapsedTime(told) < Pause)
            return;
        told = clock.GetTimestamp();
        report(line);
    }
}
