using System.Diagnostics;
using System.Globalization;
using Helios.Core.Samples;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Server.Running;

namespace Helios.Server.Verbs;

/// <summary>Prepares the installation, serves until it is asked to stop, and stops in the opposite order.</summary>
static class RunVerb
{
    public static async Task<int> Run(HeliosSettings settings, bool withSample, TextWriter output, CancellationToken stop)
    {
        if (withSample)
            settings = SampleFolder.Settings(settings);
        var sample = withSample ? SampleFolder.Open(settings) : null;
        if (!await Serve(settings, sample, output, stop))
            return 0;
        SampleFolder.Remove(settings.DataFolder);
        await output.WriteLineAsync("The sample organization is removed. Helios starts on the empty folder.");
        await Serve(settings, sample: null, output, stop);
        return 0;
    }

    /// <summary>Serves until the end.</summary>
    /// <returns>Whether somebody wants the sample removed.</returns>
    static async Task<bool> Serve(HeliosSettings settings, SampleFolder? sample, TextWriter output, CancellationToken stop)
    {
        var house = House.Load();
        await using var installation = await Installation.Open(settings, house.Migrations, output.WriteLine, TimeProvider.System, stop);
        if (sample is { IsReady: false })
            await Make(installation, house, sample, output, stop);
        // A sample that is started without the option is still one, and says so; it only lets nobody in by itself.
        var mode = SampleFolder.Is(settings.DataFolder) ? new SampleMode(signsIn: sample is not null) : null;
        var watch = new BackupWatch(installation.Settings, TimeProvider.System);
        await using var server = await WebServer.Start(installation, house, watch, mode, stop);
        var setup = await server.SetupAddress(stop);
        await output.WriteLineAsync($"Helios is ready: {server.Address}");
        if (setup is not null)
            await output.WriteLineAsync($"Set it up with this link, which works once and for a day: {setup}");
        if (mode?.SignInPath is { } path)
            await output.WriteLineAsync($"Open the sample organization with this link, which works once, on this machine: {server.Address}{path}");
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var backups = KeepBackups(installation, house, mode, watch, output, work.Token);
        var self = server.Ended;
        var removal = mode?.RemovalWanted ?? Task.Delay(Timeout.Infinite, stop);
        var ended = await Task.WhenAny(installation.Failed, self, removal, Task.Delay(Timeout.Infinite, stop));
        await work.CancelAsync();
        await backups.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended == installation.Failed)
            throw await installation.Failed;
        if (ended == self && !stop.IsCancellationRequested)
            throw new InstallationException("The server stopped because its own work failed.", "The lines above say why. Start it again; if it stops again, report them.");
        var isRemoval = ended == removal && !stop.IsCancellationRequested;
        await output.WriteLineAsync(isRemoval ? "Removing the sample organization." : "Stopping.");
        return isRemoval;
    }

    /// <summary>A sample is made anew and never backed up by itself.</summary>
    static Task KeepBackups(Installation installation, House house, SampleMode? sample, BackupWatch watch, TextWriter output, CancellationToken stop) => sample is null && installation.Settings.Backups is { } plan
        ? Task.Run(() => new ScheduledBackups(installation.Settings, installation.Database, house.BackupModules, watch, output.WriteLine, TimeProvider.System).Run(plan, stop), stop)
        : Task.CompletedTask;

    static async Task Make(Installation installation, House house, SampleFolder sample, TextWriter output, CancellationToken stop)
    {
        var clock = Stopwatch.GetTimestamp();
        await output.WriteLineAsync("Making the sample organization, once.");
        await WebServer.MakeSample(installation, house, output.WriteLine, stop);
        sample.Complete();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The sample organization is made ({Stopwatch.GetElapsedTime(clock).TotalSeconds:0} s)."));
    }
}
