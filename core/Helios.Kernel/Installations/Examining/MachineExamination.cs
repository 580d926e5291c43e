using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Helios.Kernel.Installations.Embedded;

namespace Helios.Kernel.Installations.Examining;

/// <summary>The machine: programs, user, binaries, data folder, disk, port.</summary>
sealed class MachineExamination(HeliosSettings settings)
{
    // Under one gigabyte a database of some size cannot vacuum or recover; under a quarter nothing is safe.
    const long Tight = 1L << 30;

    public IEnumerable<Finding> All(bool isRunning)
    {
        if (settings.OwnServer is null)
        {
            yield return Programs();
            yield return User();
            yield return Binaries();
        }

        yield return Folder(isRunning);
        yield return Disk();
        yield return Port(isRunning);
    }

    static Finding Programs()
    {
        string[] needed = Environment.IsPrivilegedProcess ? ["setsid", "setpriv", "getent", "chown", "useradd"] : ["setsid", "setpriv", "getent"];
        var missing = needed.Where(program => !Shell.Has(program)).ToList();
        return missing.Count == 0
            ? new Finding($"The system's programs are there ({string.Join(", ", needed)}).")
            : new Finding($"Programs of the system are missing: {string.Join(", ", missing)}.", "Install the packages util-linux (2.33 or newer) and passwd.");
    }

    static Finding User()
    {
        if (Environment.IsPrivilegedProcess)
            return new Finding($"Root runs Helios; PostgreSQL runs as the system user {ServiceAccount.SystemName}, which is made when it is missing.");
        try
        {
            return new Finding($"PostgreSQL runs as {ServiceAccount.Ensure(static _ => { }).Name}, like Helios.");
        }
        catch (InstallationException e)
        {
            return new Finding(e.Message, e.Cure);
        }
    }

    static Finding Binaries()
    {
        try
        {
            return new Finding($"PostgreSQL's binaries are there ({PostgresPackage.Find(path: null).Version}).");
        }
        catch (InstallationException e)
        {
            return new Finding(e.Message, e.Cure);
        }
    }

    Finding Folder(bool isRunning)
    {
        var folder = settings.DataFolder;
        if (isRunning)
            return new Finding($"Helios runs on the data folder {folder}.");
        if (File.Exists(folder))
            return new Finding($"The data folder {folder} is a file.", "Move the file away, or choose another folder with --data.");
        if (!Directory.Exists(folder))
            return new Finding($"The data folder {folder} is not there yet; the first start makes it.");
        try
        {
            using var held = DataFolderLock.Take(folder);
            return new Finding($"The data folder {folder} can be written and is free.");
        }
        catch (InstallationException e)
        {
            return new Finding(e.Message, e.Cure);
        }
    }

    Finding Disk()
    {
        var existing = settings.DataFolder;
        while (!Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing)!;
        var free = new DriveInfo(existing).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1L << 30):0.0} GB are free on the disk of {existing}.");
        return free >= Tight ? new Finding(text) : new Finding(text, "Make room: a full disk stops the database. At least 1 GB should be free.");
    }

    Finding Port(bool isRunning)
    {
        if (settings.Port == 0)
            return new Finding("Any free port will do.");
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, settings.Port);
            probe.Start();
            return new Finding($"Port {settings.Port} is free.");
        }
        catch (SocketException) when (isRunning)
        {
            return new Finding($"Port {settings.Port} is in use, which is right while Helios runs.");
        }
        catch (SocketException e)
        {
            return new Finding($"Port {settings.Port} cannot be used: {e.Message}.", "Stop what listens there, or choose another one with --port.");
        }
    }
}
