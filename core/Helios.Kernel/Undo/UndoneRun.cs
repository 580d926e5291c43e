using Helios.Kernel.Events;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Undo;

/// <summary>A run of a command that is to be taken back.</summary>
public sealed class UndoneRun
{
    readonly Func<UndoneRun, Task<Problem?>> putBack;

    internal UndoneRun(Guid id, IReadOnlyList<(EventRow Event, EventBody Body)> events, Func<UndoneRun, Task<Problem?>> putBack)
    {
        Id = id;
        Events = events;
        this.putBack = putBack;
    }

    public Guid Id { get; }

    /// <summary>Its events in the order in which they were written, with what they tell.</summary>
    public IReadOnlyList<(EventRow Event, EventBody Body)> Events { get; }

    /// <summary>Whether this puts back what an undo took away.</summary>
    public bool IsRedo => Events[0].Body.Undid is not null;

    /// <summary>Puts every row of the run back as it was; refuses, naming the fields, where one holds something else by now.</summary>
    public Task<Problem?> PutBack() => putBack(this);
}
