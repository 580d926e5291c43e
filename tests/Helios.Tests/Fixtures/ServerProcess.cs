using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>The real server as a process of its own, on a data folder and a free port.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    // A machine under load needs several times the budget of a start.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly Process process;
    readonly ConcurrentQueue<string> lines = new();
    readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The server as <c>./helios</c> published it; without that script, the one that lies beside the tests.</summary>
    static readonly string Program = Environment.GetEnvironmentVariable("HELIOS_SERVER") ?? Path.Combine(AppContext.BaseDirectory, "Helios.Server.dll");

    ServerProcess(Process process) => this.process = process;

    public string Output => string.Join('\n', lines);

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Starts it; the environment is this test's alone.</summary>
    public static ServerProcess Start(string data, string keyFile, params string[] further) => Run(keyFile, ["run", "--data", data, "--port", "0", .. further]);

    /// <summary>Runs any verb of the program.</summary>
    public static ServerProcess Run(string keyFile, IEnumerable<string> words, string? modules = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words]);
        start.Environment["HELIOS_ROOT_KEY"] = keyFile;
        if (modules is not null)
            start.Environment["HELIOS_MODULES"] = modules;
        start.Environment.Remove("HELIOS_DATABASE");
        start.Environment.Remove("HELIOS_DATABASE_OWNER");
        return Launch(start);
    }

    /// <summary>Runs the program in an environment that is wholly the test's.</summary>
    public static ServerProcess Launch(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput) = (true, true, true);
        // Who runs in the background of a script ignores INT, and its children inherit that; env gives its process up to the program.
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, "--default-signal");
        start.FileName = "/usr/bin/env";
        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        server.process.Exited += (_, _) => server.address.TrySetException(new InvalidOperationException("The server ended before it was ready."));
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        return server;
    }

    /// <summary>The process id of the PostgreSQL of a data folder, as it wrote it down.</summary>
    public static int PostgresOf(string data)
    {
        var file = Path.Combine(data, "pg18", "postmaster.pid");
        return File.Exists(file) && File.ReadLines(file).FirstOrDefault() is { Length: > 0 } line ? int.Parse(line, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Waits until it serves, and gives its address.</summary>
    public async Task<Uri> Ready()
    {
        try
        {
            return await address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            throw new InvalidOperationException($"The server did not get ready:\n{Output}", e);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Exit()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Ends it as kill -9 does: nothing of it runs any more, and nothing was put in order.</summary>
    public async Task Kill()
    {
        process.Kill();
        await Exit();
    }

    /// <summary>Asks it to stop, as Ctrl-C (INT) or a service manager (TERM) does.</summary>
    public async Task<int> Stop(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return await Exit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
    }

    void Hear(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (line.StartsWith("Helios is ready", StringComparison.Ordinal) && Address().Match(line) is { Success: true } match)
            address.TrySetResult(new Uri(match.Value));
    }

    [GeneratedRegex("http://[^ ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
