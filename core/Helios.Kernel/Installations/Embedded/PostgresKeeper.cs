using System.Diagnostics;

namespace Helios.Kernel.Installations.Embedded;

/// <summary>Starts the server of a cluster, starts it again when it dies, and stops it: all on one thread that lives as long as it is needed.</summary>
sealed class PostgresKeeper : IAsyncDisposable
{
    // A start that meets the remains of a killed server succeeds within seconds; a recovery takes as long as it takes.
    static readonly TimeSpan LeftoverPatience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);
    static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);
    static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    readonly Cluster cluster;
    readonly Action<string> report;
    readonly ServerLog log = new();
    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<InstallationException> failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ManualResetEvent stopping = new(initialState: false);
    Process? server;
    volatile int processId;

    public PostgresKeeper(Cluster cluster, Action<string> report)
    {
        this.cluster = cluster;
        this.report = report;
        new Thread(Keep) { IsBackground = true, Name = "PostgreSQL" }.Start();
    }

    /// <summary>Completes when the server answers for the first time; fails when it cannot be started.</summary>
    public Task Ready => ready.Task;

    /// <summary>Completes with the reason when the server died and could not be brought back.</summary>
    public Task<InstallationException> Failed => failed.Task;

    /// <summary>The process id of the server that runs now, or 0.</summary>
    public int ProcessId => processId;

    /// <summary>Stops the server and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        stopping.Set();
        await ended.Task;
        stopping.Dispose();
    }

    void Keep()
    {
        try
        {
            cluster.Processes.ClearLeftovers(report);
            cluster.Initialize();
            Start();
            ready.TrySetResult();
            Watch();
        }
        catch (Exception e) when (!ready.Task.IsCompleted)
        {
            ready.TrySetException(e);
        }
        catch (InstallationException e)
        {
            failed.TrySetResult(e);
        }
        finally
        {
            Stop();
            ended.TrySetResult();
        }
    }

    void Watch()
    {
        var deaths = 0;
        var started = Stopwatch.GetTimestamp();
        while (!WaitForEnd())
        {
            deaths = Stopwatch.GetElapsedTime(started) > Calm ? 0 : deaths + 1;
            if (deaths >= Pauses.Length)
                throw new InstallationException($"PostgreSQL ended {deaths} times within {Calm.TotalMinutes:0} minute. {log.Complaint()}", "Look at the messages above and at the system's log (memory, disk); ./helios doctor checks the machine.");
            report("PostgreSQL has ended by itself; starting it again.");
            if (stopping.WaitOne(Pauses[deaths]))
                return;
            started = Stopwatch.GetTimestamp();
            cluster.Processes.ClearLeftovers(report);
            Start();
            report("PostgreSQL answers again.");
        }
    }

    /// <summary>Waits until the server ends (false) or is to be stopped (true).</summary>
    bool WaitForEnd()
    {
        using var exit = new ManualResetEvent(initialState: false);
        void Tell(object? sender, EventArgs e) => exit.Set();
        server!.Exited += Tell;
        if (!server.HasExited)
            WaitHandle.WaitAny([stopping, exit]);
        server.Exited -= Tell;
        processId = 0;
        return stopping.WaitOne(0);
    }

    void Start()
    {
        var began = Stopwatch.GetTimestamp();
        while (!TryStart())
        {
            var isLeftover = log.Tells("lock file") || log.Tells("shared memory block");
            if (!isLeftover || Stopwatch.GetElapsedTime(began) > LeftoverPatience)
                throw new InstallationException($"PostgreSQL does not start on {cluster.Folder}. {log.Complaint()}", "Look at the message above; ./helios doctor checks disk, rights and programs.");
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
        }

        processId = server!.Id;
    }

    bool TryStart()
    {
        log.Clear();
        server?.Dispose();
        server = cluster.Launch(log);
        var told = Stopwatch.GetTimestamp();
        while (!cluster.IsReady(server))
        {
            if (server.WaitForExit(Beat))
            {
                Thread.Sleep(LastWords);
                return false;
            }

            if (stopping.WaitOne(0))
                return true;
            if (Stopwatch.GetElapsedTime(told) > TimeSpan.FromSeconds(10))
            {
                report("PostgreSQL is still recovering from a sudden end.");
                told = Stopwatch.GetTimestamp();
            }
        }

        return true;
    }

    void Stop()
    {
        foreach (var signal in (int[])[Signals.Interrupt, Signals.Quit, Signals.Kill])
        {
            if (server is null || server.HasExited)
                break;
            Signals.Send(server.Id, signal);
            server.WaitForExit(StopPatience);
        }

        server?.Dispose();
        server = null;
        cluster.RemoveSocket();
    }
}
