using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Bulk.Commands;

/// <summary>Does one command to many records: to those that are named, or to all that match a filter. It runs as a job, tells what became of each, and is undone as one.</summary>
/// <param name="Command">The command's name in the API description, such as <c>tickets.assign</c>.</param>
/// <param name="Input">The command's input without the record, such as <c>{"assignee": "U-7"}</c>.</param>
/// <param name="Kind">The kind of the records, such as <c>ticket</c>.</param>
/// <param name="Targets">The records by key or id, up to 1,000; leave it out where a filter chooses them.</param>
/// <param name="Filter">The filter of the kind's list; empty for all of it. Up to 50,000 records.</param>
/// <param name="Why">The reason that the history keeps with each record.</param>
public sealed record StartBulk(
    [property: Required(ErrorMessage = "Say what to do."), StringLength(80, ErrorMessage = "No command has a name of more than 80 characters.")] string Command,
    [property: Required(ErrorMessage = "Say of which kind the records are."), StringLength(40, ErrorMessage = "No kind has a name of more than 40 characters.")] string Kind,
    JsonObject? Input = null,
    [property: MaxLength(StartBulk.MostTargets, ErrorMessage = "At most 1,000 records can be named one by one. Give a filter instead.")] string[]? Targets = null,
    [property: StringLength(FilterLimits.Characters, ErrorMessage = "A filter has at most 2,000 characters. Make it shorter.")] string? Filter = null,
    [property: StringLength(500, ErrorMessage = "A reason has at most 500 characters.")] string? Why = null) : ICommand<BulkChanged>, IChecked
{
    internal const int MostTargets = 1000;

    public IEnumerable<FieldProblem> Check()
    {
        if (Targets is not { Length: > 0 } && Filter is null)
            yield return new FieldProblem("targets", "Choose records, or give a filter.");
        if (Targets is { Length: > 0 } && Filter is not null)
            yield return new FieldProblem("filter", "Leave this out, or the records that are named: one of the two.");
    }

    public sealed class Handler(HeliosDb db, Registry registry, ListRunner lists) : ICommandHandler<StartBulk, BulkChanged>
    {
        public async Task<Outcome<BulkChanged>> Handle(StartBulk command, CommandContext context)
        {
            if (registry.Kind(command.Kind) is not { } kind || context.Scope.Organization!.ModulesOff.Contains(kind.Module.Id))
                return Problem.Invalid("kind", $"There is no kind “{command.Kind}”.");
            var template = CommandTemplate.Read(registry, command.Command, command.Input);
            if (!template.Succeeded)
                return template.Problem;
            if (await Refuse(template.Value, kind, context) is { } refusal)
                return refusal;

            var targets = await Targets(command, kind, context);
            if (!targets.Succeeded)
                return targets.Problem;
            // The job gathers them, once; whoever asks hears here and now that it could not.
            if (command.Filter is { } filter && await BulkMatches.Find(lists, registry, kind, filter, new QueryContext(context.Scope, context.Now, context.Stop)) is { Succeeded: false } unread)
                return unread.Problem;
            var bulk = await context.Add(new BulkChange
            {
                Name = BulkWords.NameOf(registry, registry.LabelsOf(context.Scope), command.Command, kind),
                Command = command.Command,
                Input = (command.Input ?? []).ToJsonString(HeliosJson.Options),
                Kind = kind.Name,
                Filter = command.Filter,
            });
            if (command.Filter is null)
            {
                bulk.Gathered(targets.Value.Count);
                db.AddRange(targets.Value.Select((target, at) => new BulkRow { BulkId = bulk.Id, Number = at + 1, EntityId = target.Id, EntityKey = target.Key }));
            }

            context.Why = command.Why;
            context.Enqueue(RunBulk.Name, new RunBulk.Work(bulk.Id, command.Why), bulk.Id);
            return BulkChanged.Of(bulk);
        }

        async Task<Problem?> Refuse(CommandTemplate template, KindDeclaration kind, CommandContext context)
        {
            var declared = template.Command;
            if (context.Scope.Organization!.ModulesOff.Contains(declared.Module.Id))
                return Problem.NotFound("such command");
            if (!declared.Allows(context.Actor))
                return Problem.Forbidden(declared.Permission ?? declared.Name);
            // What is done to many records is kept with its input until it is done.
            if (declared.TakesSecret || declared.Reveals)
                return Problem.Conflict("bulk.start.secret", $"{declared.Name} has to do with a secret, so it is done for one record at a time.");
            if (!template.TargetType.IsAssignableFrom(kind.Type))
                return Problem.Invalid("kind", $"{declared.Name} changes no {{{kind.Name}+}}.");
            return await template.Check(db, registry, context.Stop);
        }

        /// <summary>The named records as the actor sees them, each once; all that he can't see are named.</summary>
        async Task<Outcome<List<FoundRow>>> Targets(StartBulk command, KindDeclaration kind, CommandContext context)
        {
            if (command.Targets is not { } names)
                return new List<FoundRow>();
            var found = await kind.FindAll(db, context.Actor, names, context.Stop);
            var unknown = names.Where(name => !found.Exists(row => row.IsCalled(name))).ToList();
            return unknown.Count > 0
                ? Problem.Invalid("targets", $"You see no {{{kind.Name}}} called {string.Join(", ", unknown.Take(5))}{(unknown.Count > 5 ? $" and {unknown.Count - 5} more" : "")}. Leave it out, or give a key or an id.")
                : found;
        }
    }
}
