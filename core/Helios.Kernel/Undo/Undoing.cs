using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Undo;

/// <summary>
/// Takes a run of a command back, from its events. Whoever undoes must be allowed the command now and see what it changed; and
/// a value goes back only where it still is what the command left.
/// </summary>
public sealed class Undoing(HeliosDb db, Registry registry, IServiceProvider services)
{
    /// <summary>What an actor needs besides the right to the command itself.</summary>
    public const string Permission = "undo:use";

    /// <summary>How long a run can be taken back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Takes the run back in the transaction of the undo, whose events then say so.</summary>
    /// <returns>The run, or why it is refused.</returns>
    public async Task<Outcome<UndoneRun>> Undo(Guid run, CommandContext context)
    {
        var events = await RunEvents.Of(db, run, context.Stop);
        if (events.Count == 0 || !MayKnow(context.Actor, events))
            return Problem.NotFound("act");
        var command = registry.CommandNamed(events[0].Event.Command!);
        if (Refuse(command, events, context) is { } refusal)
            return refusal;

        var bodies = events.ConvertAll(row => (row.Event, Body: row.Body!));
        context.TakeBack(run, command!.Name, (bodies[0].Event.Action, bodies[0].Body));
        if (events.Exists(row => row.Event.Audience == Audience.Internal))
            context.Audience = Audience.Internal;
        var undone = new UndoneRun(run, bodies, whole => new RowsBack(db, registry, context).PutBack(whole));
        var refused = command.CreateInverse(services) is { } inverse ? await inverse.Undo(undone, context) : await undone.PutBack();
        return refused is null ? undone : refused;
    }

    /// <summary>Whether a timeline should offer to take this event back: the command is undone as a rule, is the actor's, and it is not too long ago.</summary>
    public static bool Offers(Registry registry, Actor actor, EventRow row, DateTimeOffset now) =>
        row is { RunId: not null, Command: { } name }
        && row.OccurredAt > now - Kept
        && actor.Can(Permission)
        && (actor.IsStaff || row.AccountId == actor.AccountId)
        && registry.CommandNamed(name) is { NotUndoableBecause: null } command
        && command.Allows(actor);

    /// <summary>Who is not of the staff knows of his own acts, and of those only what he may read.</summary>
    static bool MayKnow(Actor actor, List<WholeEvent> events) =>
        actor.IsStaff || events.TrueForAll(row => row.Event.AccountId == actor.AccountId && row.Event.Audience == Audience.Requester);

    static Problem? Refuse(CommandDeclaration? command, List<WholeEvent> events, CommandContext context)
    {
        if (command is null || context.Scope.Organization?.ModulesOff.Contains(command.Module.Id) == true)
            return Problem.NotFound("act");
        if (!command.Allows(context.Actor))
            return Problem.Forbidden(command.Permission ?? command.Name);
        if (command.NotUndoableBecause is { } because)
            return Problem.Conflict("undo.run.not_undoable", because);
        if (events[0].Event.OccurredAt < context.Now - Kept)
            return Problem.Conflict("undo.run.too_old", "This was more than 30 days ago. Change the record by hand instead.");
        return events.Exists(row => row.Body?.Changes.Any(change => change.IsErased) != false)
            ? Problem.Conflict("undo.run.erased", "What stood there before was erased for good, so it can't be put back. Change the record by hand instead.")
            : null;
    }
}
