using System.Text.Json.Nodes;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Commands;

/// <summary>A command with all of its input but the record that it changes: what a bulk change does to one record after the other.</summary>
public sealed class CommandTemplate
{
    readonly JsonObject input;
    readonly RecordField target;

    CommandTemplate(CommandDeclaration command, JsonObject input, RecordField target)
    {
        Command = command;
        this.input = input;
        this.target = target;
    }

    public CommandDeclaration Command { get; }

    /// <summary>The class of the records that it changes; <see cref="Entity"/> for any kind.</summary>
    public Type TargetType => target.Shape.Bare.GetGenericArguments()[0];

    /// <summary>Reads a template; what is wrong with it names the fields of the input behind <c>input.</c></summary>
    /// <param name="registry">What is declared.</param>
    /// <param name="command">The command's immutable name.</param>
    /// <param name="input">The command's input without its target.</param>
    public static Outcome<CommandTemplate> Read(Registry registry, string command, JsonObject? input)
    {
        if (registry.CommandNamed(command) is not { RestRoute: not null } declared)
            return Problem.Invalid("command", $"There is no command “{command}” that can be done to many records. Take one of the API description, such as tickets.assign.");
        var targets = RecordContract.Of(declared.InputType).Fields.Where(IsTarget).ToList();
        if (targets is not [var target])
            return Problem.Invalid("command", $"{command} changes no record that could be one of many.");
        input = input?.DeepClone().AsObject() ?? [];
        if (input.ContainsKey(target.Name))
            return Problem.Invalid("input." + target.Name, "Leave this out: it is each of the records in turn.");
        var template = new CommandTemplate(declared, input, target);
        var sample = template.For(Guid.CreateVersion7());
        if (!sample.Succeeded)
            return Inside(sample.Problem);
        var broken = InputRules.Of(declared.InputType).Broken(sample.Value);
        return broken.Count > 0 ? Inside(Problem.Invalid(broken)) : template;
    }

    /// <summary>The input for one record.</summary>
    public Outcome<object> For(Guid record)
    {
        var sent = input.DeepClone().AsObject();
        sent[target.Name] = record.ToString();
        return InputReader.Read(Command.InputType, sent);
    }

    /// <summary>Whether the actor sees everything else that the input names; once, rather than refused for each record.</summary>
    public async Task<Problem?> Check(HeliosDb db, Registry registry, CancellationToken stop) =>
        await References.Resolve(db, registry, For(Guid.CreateVersion7()).Expect(), expectedVersion: null, stop, withTarget: false) is { } unknown ? Inside(unknown) : null;

    static bool IsTarget(RecordField field) =>
        field.Attributes.OfType<TargetAttribute>().Any() && field.Shape.Kind == ValueKind.Reference && typeof(IEntityRef).IsAssignableFrom(field.Shape.Bare);

    static Problem Inside(Problem problem) =>
        problem with { Fields = [.. problem.Fields.Select(field => new FieldProblem("input." + field.Field, field.Text))] };
}
