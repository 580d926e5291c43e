using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Kernel.Undo;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Commands;

/// <summary>A declared command: its name, who may do it, what it is called once done, and its doors.</summary>
public abstract class CommandDeclaration
{
    Type? inverse;

    private protected CommandDeclaration(Module module, Type input, Type result, string name, string? permission, string happened)
    {
        Module = module;
        InputType = input;
        ResultType = result;
        Name = name;
        Permission = permission;
        Happened = happened;
    }

    public Module Module { get; }

    public Type InputType { get; }

    public Type ResultType { get; }

    /// <summary>The immutable name, such as <c>tickets.assign</c>.</summary>
    public string Name { get; }

    public string? Permission { get; }

    /// <summary>The event's name in the past tense, such as TicketAssigned.</summary>
    public string Happened { get; }

    /// <summary>Why anybody may do it; null when a permission guards it.</summary>
    public string? OpenBecause { get; private set; }

    /// <summary>The one-time link that allows it; null when a permission guards it.</summary>
    public string? Capability { get; private set; }

    /// <summary>Who may read its events besides staff.</summary>
    public string EventAudience { get; private set; } = Audience.Requester;

    /// <summary>Method and address below /api/v1, such as <c>PUT /tickets/{ticket}/assignee</c>; null where no API caller can do it.</summary>
    public string? RestRoute { get; private set; }

    /// <summary>Why it has no REST door (sign-in, set-up); each command has one or the other.</summary>
    public string? NoRestBecause { get; private set; }

    /// <summary>Its name in the palette and in menus; null where it needs no entry.</summary>
    public string? PaletteName { get; private set; }

    /// <summary>The address below the organization of the page where it starts, for the palette.</summary>
    public string? PalettePage { get; private set; }

    /// <summary>Whether its result holds a secret: no answer of it is kept, so a repeated request runs it again.</summary>
    public bool Reveals => RecordContract.Of(ResultType).Fields.Any(part => part.IsSecret);

    /// <summary>Whether its input holds a secret.</summary>
    public bool TakesSecret => RecordContract.Of(InputType).Fields.Any(part => part.IsSecret);

    /// <summary>Whether REST callers must send the version they changed (If-Match).</summary>
    public bool NeedsVersion { get; private set; }

    /// <summary>Whether nobody is notified of it: it stands in timelines and the audit trail alone.</summary>
    public bool IsQuiet { get; private set; }

    /// <summary>Why no run of it can be undone; null where one can, which is the rule.</summary>
    public string? NotUndoableBecause { get; private set; }

    /// <summary>Declares the REST door.</summary>
    public CommandDeclaration Rest(string route)
    {
        RestRoute = route;
        return this;
    }

    /// <summary>Says why there is no REST door.</summary>
    public CommandDeclaration NoRest(string because)
    {
        NoRestBecause = because;
        return this;
    }

    /// <summary>Declares the palette entry: its words and the page where it starts.</summary>
    public CommandDeclaration Palette(string name, string page)
    {
        PaletteName = name;
        PalettePage = page;
        return this;
    }

    /// <summary>Only staff read that it happened.</summary>
    public CommandDeclaration Internal()
    {
        EventAudience = Audience.Internal;
        return this;
    }

    /// <summary>Nobody is notified of it: tags, links, watchers.</summary>
    public CommandDeclaration Quiet()
    {
        IsQuiet = true;
        return this;
    }

    /// <summary>It writes single fields, so a caller must say which version he saw.</summary>
    public CommandDeclaration Versioned()
    {
        NeedsVersion = true;
        return this;
    }

    /// <summary>Anybody may do it; say why.</summary>
    public CommandDeclaration Anonymous(string because)
    {
        OpenBecause = because;
        return this;
    }

    /// <summary>The holder of a one-time link may do it.</summary>
    public CommandDeclaration Guest(string capability)
    {
        Capability = capability;
        return this;
    }

    /// <summary>Its runs cannot be undone; say why, as a whole sentence for whoever tries. Left out, undo puts back the rows of the events.</summary>
    public CommandDeclaration NotUndoable(string because)
    {
        NotUndoableBecause = because;
        return this;
    }

    /// <summary>Its runs are undone by a class of its own, where putting back rows is not enough.</summary>
    public CommandDeclaration Inverse<TInverse>()
        where TInverse : class, IInverse
    {
        inverse = typeof(TInverse);
        return this;
    }

    /// <summary>Whether this actor may do it at all.</summary>
    public bool Allows(Actor actor) =>
        OpenBecause is not null
        || (Permission is not null && actor.Can(Permission))
        || (Capability is not null && string.Equals(Capability, actor.Capability, StringComparison.Ordinal));

    /// <summary>Runs the handler alone; what it gives back is its refusal.</summary>
    internal abstract Task<Problem?> Handle(IServiceProvider services, object command, CommandContext context);

    /// <summary>The class that undoes its runs, or null.</summary>
    internal IInverse? CreateInverse(IServiceProvider services) => inverse is null ? null : (IInverse)ActivatorUtilities.CreateInstance(services, inverse);

    internal static CommandDeclaration For(Type input, Module module, string name, string? permission, string happened)
    {
        var result = Handlers.ResultOf(input, typeof(ICommand<>));
        var handler = Handlers.Of(input, typeof(ICommandHandler<,>).MakeGenericType(input, result));
        return (CommandDeclaration)Activator.CreateInstance(
            typeof(CommandDeclaration<,>).MakeGenericType(input, result), module, handler, name, permission, happened)!;
    }

    /// <summary>Runs it with an input whose type only the declaration knows; for doors.</summary>
    public abstract Task<Outcome<object>> Run(CommandPipeline pipeline, object input, Scope scope, CommandOptions options, CancellationToken stop);
}
