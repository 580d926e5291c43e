using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Helios.Tests.Fixtures;

/// <summary>Keeps what servers write into their log.</summary>
public sealed class HeardLog : ILoggerProvider, ILogger
{
    /// <summary>The lines, each with what it says of an exception.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // Nothing is held.
    }
}
