using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Keeps what a server logged as an error: exceptions, and what a page did against the content security policy.</summary>
sealed class ServerFaults : ILoggerProvider
{
    readonly ConcurrentQueue<string> faults = new();

    /// <summary>What was logged since the last time it was asked.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> taken = [];
        while (faults.TryDequeue(out var fault))
            taken.Add(fault);
        return taken;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, faults);

    public void Dispose()
    {
        // It holds nothing but text.
    }

    sealed class Logger(string category, ConcurrentQueue<string> faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                faults.Enqueue($"The server: {category}: {formatter(state, exception)} {exception}");
        }
    }
}
