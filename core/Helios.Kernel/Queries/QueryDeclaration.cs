using Helios.Kernel.Commands;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Queries;

/// <summary>A declared query: its name, who may ask it, and its doors.</summary>
public abstract class QueryDeclaration
{
    private protected QueryDeclaration(Module module, Type input, Type result, string name, string? permission)
    {
        Module = module;
        InputType = input;
        ResultType = result;
        Name = name;
        Permission = permission;
    }

    public Module Module { get; }

    public Type InputType { get; }

    public Type ResultType { get; }

    /// <summary>The immutable name, such as <c>tickets.list</c>.</summary>
    public string Name { get; }

    public string? Permission { get; }

    /// <summary>Why anybody may ask it; null when a permission guards it.</summary>
    public string? OpenBecause { get; private set; }

    /// <summary>Method and address below /api/v1, such as <c>GET /tickets</c>.</summary>
    public string? RestRoute { get; private set; }

    /// <summary>Why it has no REST door; each query has one or the other.</summary>
    public string? NoRestBecause { get; private set; }

    /// <summary>Whether an answer is kept while nothing happens in the organization.</summary>
    public bool IsKept { get; private set; }

    /// <summary>
    /// Keeps the answer for the same actor and input until something happens in the organization, a minute at most: for small
    /// numbers that every page shows. Not for what time changes by itself, nor for inputs with references.
    /// </summary>
    public QueryDeclaration Kept()
    {
        if (InputRules.Of(InputType) is { References.Count: > 0 } or { Rows.Count: > 0 })
            throw new InvalidOperationException($"{Name} refers to rows that not every actor sees, so its answer can't be kept.");
        IsKept = true;
        return this;
    }

    /// <summary>Declares the REST door.</summary>
    public QueryDeclaration Rest(string route)
    {
        RestRoute = route;
        return this;
    }

    /// <summary>Says why there is no REST door.</summary>
    public QueryDeclaration NoRest(string because)
    {
        NoRestBecause = because;
        return this;
    }

    /// <summary>Anybody may ask it; say why.</summary>
    public QueryDeclaration Anonymous(string because)
    {
        OpenBecause = because;
        return this;
    }

    /// <summary>Whether this actor may ask it at all.</summary>
    public bool Allows(Actor actor) => OpenBecause is not null || (Permission is not null && actor.Can(Permission));

    /// <summary>Asks it with an input whose type only the declaration knows; for doors.</summary>
    public abstract Task<Outcome<object>> Ask(QueryPipeline pipeline, object input, Scope scope, CancellationToken stop);

    /// <summary>Answers within work that has been begun.</summary>
    internal abstract Task<Outcome<object>> HandleAny(IServiceProvider services, object query, QueryContext context);

    internal static QueryDeclaration For(Type input, Module module, string name, string? permission)
    {
        var result = Handlers.ResultOf(input, typeof(IQuery<>));
        var handler = Handlers.Of(input, typeof(IQueryHandler<,>).MakeGenericType(input, result));
        return (QueryDeclaration)Activator.CreateInstance(typeof(QueryDeclaration<,>).MakeGenericType(input, result), module, handler, name, permission)!;
    }
}
