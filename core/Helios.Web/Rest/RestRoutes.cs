using Helios.Kernel.Commands;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Queries;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest;

/// <summary>Every declared API address, checked before anything starts.</summary>
sealed class RestRoutes
{
    /// <summary>Collects the routes of the declarations.</summary>
    /// <exception cref="InvalidOperationException">Two addresses clash, or one cannot be served.</exception>
    public RestRoutes(Registry registry)
    {
        Commands = [.. registry.Commands.Where(command => command.RestRoute is not null)
            .Select(command => (new RestRoute(command.Name, command.Module, command.InputType, command.ResultType, command.RestRoute!), command))];
        Queries = [.. registry.Queries.Where(query => query.RestRoute is not null)
            .Select(query => (new RestRoute(query.Name, query.Module, query.InputType, query.ResultType, query.RestRoute!), query))];
        All = [.. Commands.Select(command => command.Route), .. Queries.Select(query => query.Route)];
        Check();
    }

    public IReadOnlyList<(RestRoute Route, CommandDeclaration Declared)> Commands { get; }

    public IReadOnlyList<(RestRoute Route, QueryDeclaration Declared)> Queries { get; }

    public IReadOnlyList<RestRoute> All { get; }

    /// <summary>Whether a command adds to a collection: its things are read at the same address with their key behind.</summary>
    public bool Makes(RestRoute command) => HttpMethods.IsPost(command.Method)
        && Queries.Any(query => string.Equals(query.Route.Shape, command.Shape + "/{}", StringComparison.Ordinal));

    void Check()
    {
        foreach (var (route, _) in Queries.Where(query => !HttpMethods.IsGet(query.Route.Method)))
            throw new InvalidOperationException($"The query {route.Name} reads, so its REST route must begin with GET.");
        foreach (var (route, _) in Commands.Where(command => HttpMethods.IsGet(command.Route.Method)))
            throw new InvalidOperationException($"The command {route.Name} changes something, so its REST route cannot begin with GET.");
        foreach (var (route, _) in Queries.Where(query => RecordContract.Has(query.Route.InputType, FieldSelection.Parameter)))
            throw new InvalidOperationException($"The query {route.Name} has a field “{FieldSelection.Parameter}”, which every API query has already. Choose another name.");
        if (All.GroupBy(route => (route.Method, route.Shape)).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw new InvalidOperationException($"{string.Join(" and ", twice.Select(route => route.Name))} have the same REST route.");
    }
}
