using Helios.Kernel.Events;

namespace Helios.Kernel.Commands;

/// <summary>What a run of a command did, for whoever wants more than its result. Empty when it was refused, or answered from its idempotency key.</summary>
public sealed class CommandReport
{
    /// <summary>The id by which the run can be undone; null where nothing happened or the run was dry.</summary>
    public Guid? Run { get; private set; }

    /// <summary>Whether the command can be undone at all.</summary>
    public bool CanUndo { get; private set; }

    /// <summary>Whether it took another run back, so that to undo it means to do that again.</summary>
    public bool IsUndo { get; private set; }

    /// <summary>The events, or those that there would have been.</summary>
    public IReadOnlyList<ToldEvent> Events { get; private set; } = [];

    internal void Tell(CommandDeclaration declared, CommandContext context, IReadOnlyList<ToldEvent> events)
    {
        Events = events;
        if (events.Count == 0 || context.IsDryRun)
            return;
        Run = context.Run;
        IsUndo = context.Undoes is { Undid: not null };
        CanUndo = declared.NotUndoableBecause is null && context.Scope.Organization is not null;
    }
}
