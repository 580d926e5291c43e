using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;

namespace Helios.Benchmarks.Measuring;

/// <summary>The real server as a process of its own, with its private PostgreSQL.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process process;

    readonly long began;

    ServerProcess(Process process, long began, Uri address) => (this.process, this.began, Address) = (process, began, address);

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>Starts it on a free port, over the data that was filled in.</summary>
    public static ServerProcess Start(BenchOptions options)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[Program, "run", "--data", options.Folder, "--port", port.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(word);
        start.Environment["HELIOS_ROOT_KEY"] = options.RootKey;
        start.Environment["HELIOS_MODULES"] = Environment.GetEnvironmentVariable("HELIOS_MODULES") ?? Path.Combine(Artifacts, "modules");
        // The load comes from few tokens.
        start.Environment["HELIOS_API_LIMIT"] = "100000000";
        // A backup that is due would take the time of what is measured.
        start.Environment[HeliosSettings.BackupTimes] = BackupPlan.Off;
        var now = Stopwatch.GetTimestamp();
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) =>
        {
            // The server's warnings tell why an answer was not what it should be.
            if (line.Data is { } text && !text.StartsWith("Helios", StringComparison.Ordinal))
                Console.Error.WriteLine(text);
        };
        started.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                Console.Error.WriteLine(line.Data);
        };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new ServerProcess(started, now, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
    }

    /// <summary>Asks again and again until an address answers; the time since the process began.</summary>
    public async Task<TimeSpan> Answers(HttpClient http, Func<HttpRequestMessage> ask)
    {
        while (true)
        {
            try
            {
                using var request = ask();
                using var answer = await http.SendAsync(request);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return Stopwatch.GetElapsedTime(began);
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                throw new InstallationException("The server does not start.", "Look at the lines above; ./helios doctor looks over the machine.");
            await Task.Delay(5);
        }
    }

    /// <summary>Ends it as a crash does.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    // artifacts/bin/Helios.Benchmarks/release: the server of the same build lies in artifacts/server.
    static string Artifacts => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));

    static string Program => Environment.GetEnvironmentVariable("HELIOS_SERVER") ?? Path.Combine(Artifacts, "server", "Helios.Server.dll");

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
