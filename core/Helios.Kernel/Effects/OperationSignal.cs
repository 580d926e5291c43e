using System.Collections.Concurrent;

namespace Helios.Kernel.Effects;

/// <summary>Tells callers on this node that an operation has ended. A hint only: whoever waits looks by himself too.</summary>
public sealed class OperationSignal
{
    readonly ConcurrentDictionary<Guid, TaskCompletionSource> waiting = new();

    /// <summary>Completes when the operation ends on this node.</summary>
    public Task Next(Guid operation) => waiting.GetOrAdd(operation, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>The operation has ended.</summary>
    public void Raise(Guid operation)
    {
        if (waiting.TryRemove(operation, out var waiter))
            waiter.TrySetResult();
    }

    /// <summary>Nobody waits any more.</summary>
    public void Forget(Guid operation) => waiting.TryRemove(operation, out _);
}
