using Helios.Kernel.Installations;
using Helios.Server.Running;

namespace Helios.Server.Verbs;

/// <summary>Prepares the installation, serves until it is asked to stop, and stops in the opposite order.</summary>
static class RunVerb
{
    public static async Task<int> Run(HeliosSettings settings, TextWriter output, CancellationToken stop)
    {
        var house = House.Load();
        await using var installation = await Installation.Open(settings, house.Migrations, output.WriteLine, TimeProvider.System, stop);
        await using var server = await WebServer.Start(installation, house, stop);
        var setup = await server.SetupAddress(stop);
        await output.WriteLineAsync($"Helios is ready: {server.Address}");
        if (setup is not null)
            await output.WriteLineAsync($"Set it up with this link, which works once and for a day: {setup}");
        var self = server.Ended;
        var ended = await Task.WhenAny(installation.Failed, self, Task.Delay(Timeout.Infinite, stop));
        if (ended == installation.Failed)
            throw await installation.Failed;
        if (ended == self && !stop.IsCancellationRequested)
            throw new InstallationException("The server stopped because its own work failed.", "The lines above say why. Start it again; if it stops again, report them.");
        await output.WriteLineAsync("Stopping.");
        return 0;
    }
}
