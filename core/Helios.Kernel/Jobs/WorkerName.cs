using System.Globalization;

namespace Helios.Kernel.Jobs;

/// <summary>Names the claims of a process so that a later one on the same machine can tell whether it still lives.</summary>
/// <remarks>
/// <c>boot/namespace/process/started/id</c>: the machine's boot, the namespace that counts its processes, the process and the
/// tick of its start (proc(5)). Only where boot and namespace are ours does a missing process prove that it is dead; of all
/// others nothing is known, and their leases hold. So nobody takes work from the living, in a container or out of it.
/// </remarks>
public static class WorkerName
{
    static readonly string Here = $"{Read("/proc/sys/kernel/random/boot_id")}/{NamespaceHere()}/";

    /// <summary>A name for this process.</summary>
    public static string Make() => string.Create(
        CultureInfo.InvariantCulture, $"{Here}{Environment.ProcessId}/{StartOf(Environment.ProcessId) ?? 0}/{Guid.CreateVersion7():N}");

    /// <summary>Whether the process behind a name has certainly ended.</summary>
    public static bool IsDead(string worker)
    {
        if (Here.StartsWith('/') || !worker.StartsWith(Here, StringComparison.Ordinal) || worker[Here.Length..].Split('/') is not [var process, var started, _])
            return false;
        return int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(started, NumberStyles.None, CultureInfo.InvariantCulture, out var tick)
            && StartOf(id) != tick;
    }

    /// <summary>The tick at which a process started; null when there is none. A zombie has ended: it does nothing any more.</summary>
    static long? StartOf(int process)
    {
        var text = Read($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/stat");
        // The name in parentheses may hold spaces; state is the first field behind it, the start the twentieth.
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 19 && fields[0] is not ("Z" or "X") && long.TryParse(fields[19], NumberStyles.None, CultureInfo.InvariantCulture, out var tick) ? tick : null;
    }

    static string NamespaceHere()
    {
        try
        {
            return File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
