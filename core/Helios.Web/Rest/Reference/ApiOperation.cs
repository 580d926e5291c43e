using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest.Reference;

/// <summary>One operation of the API, as the description tells it.</summary>
public sealed class ApiOperation
{
    internal ApiOperation(RestRoute route, string? permission, bool needsVersion)
    {
        Route = route;
        Permission = permission;
        NeedsVersion = needsVersion;
    }

    /// <summary>Its name, such as <c>tickets.assign</c>.</summary>
    public string Name => Route.Name;

    /// <summary>The group that it belongs to.</summary>
    public required string Tag { get; init; }

    public string Method => Route.Method;

    /// <summary>The address below /api/v1.</summary>
    public string Path => Route.Path;

    /// <summary>The whole address without the server.</summary>
    public string Address => RestRoute.Root + Path;

    public Module Module => Route.Module;

    /// <summary>Whether it only reads.</summary>
    public bool IsRead => HttpMethods.IsGet(Method);

    /// <summary>Whether its answer is a file.</summary>
    public bool AnswersFile => Route.AnswersFile;

    /// <summary>What the caller's role must allow; null where anybody with a token may.</summary>
    public string? Permission { get; }

    /// <summary>Whether If-Match must be sent.</summary>
    public bool NeedsVersion { get; }

    /// <summary>One line on what it does.</summary>
    public required string Summary { get; init; }

    /// <summary>All that is said about it.</summary>
    public required string Description { get; init; }

    /// <summary>In the address, behind the question mark, in headers.</summary>
    public required IReadOnlyList<ApiField> Parameters { get; init; }

    /// <summary>The fields of the JSON body.</summary>
    public required IReadOnlyList<ApiField> Body { get; init; }

    public required IReadOnlyList<ApiAnswer> Answers { get; init; }

    /// <summary>The fields of its input, which examples are made for.</summary>
    public IReadOnlyList<RecordField> Fields => Route.Input.Fields;

    /// <summary>Whether a field stands in the address.</summary>
    public bool IsInPath(string field) => Route.Parameters.Contains(field, StringComparer.Ordinal);

    internal RestRoute Route { get; }
}
