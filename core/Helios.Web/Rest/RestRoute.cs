using Helios.Kernel.Files;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Web.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Helios.Web.Rest;

/// <summary>The API address of one declaration.</summary>
sealed class RestRoute
{
    /// <summary>Where the API stands.</summary>
    public const string Root = "/api/v1";

    /// <summary>Reads a declared route such as <c>PUT /tickets/{ticket}/assignee</c>.</summary>
    /// <exception cref="InvalidOperationException">It cannot be served, and why.</exception>
    public RestRoute(string name, Module module, Type input, Type result, string route)
    {
        if (route.Split(' ') is not [var method, ['/', ..] path] || !Methods.Contains(method, StringComparer.Ordinal))
            throw new InvalidOperationException($"The REST route of {name} is “{route}”; it must read like “PUT /tickets/{{ticket}}/assignee” with one of {string.Join(", ", Methods)}.");
        Name = name;
        Module = module;
        InputType = input;
        ResultType = result;
        files = new(() => UploadField.Of(Input));
        answer = new(() => new ResultShape(result));
        Method = method;
        Path = path;
        Pattern = RoutePatternFactory.Parse(Root + path);
        Parameters = [.. Pattern.Parameters.Select(parameter => parameter.Name)];
        foreach (var parameter in Parameters.Where(parameter => !RecordContract.Has(input, parameter)))
            throw new InvalidOperationException($"The REST route of {name} has {{{parameter}}}, and {input.Name} has no field of that name.");
        Matcher = new TemplateMatcher(TemplateParser.Parse((Root + path).TrimStart('/')), []);
    }

    // Looked at when a caller first asks: a start has hundreds of routes.
    readonly Lazy<UploadField?> files;
    readonly Lazy<ResultShape> answer;

    static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    /// <summary>The declared name.</summary>
    public string Name { get; }

    public Module Module { get; }

    public Type InputType { get; }

    public Type ResultType { get; }

    /// <summary>How its input looks on the wire.</summary>
    public RecordContract Input => RecordContract.Of(InputType);

    /// <summary>How its answer looks.</summary>
    public ResultShape Result => answer.Value;

    /// <summary>The field that takes files; null where none does.</summary>
    public UploadField? Files => files.Value;

    /// <summary>Whether its answer is a file.</summary>
    public bool AnswersFile => ResultType == typeof(StoredFile) || IsStreamed;

    /// <summary>Whether that file is written while it is sent.</summary>
    public bool IsStreamed => ResultType == typeof(StreamedFile);

    public string Method { get; }

    /// <summary>The address below <see cref="Root"/>.</summary>
    public string Path { get; }

    public RoutePattern Pattern { get; }

    /// <summary>The fields of the input that stand in the address.</summary>
    public IReadOnlyList<string> Parameters { get; }

    public TemplateMatcher Matcher { get; }

    /// <summary>The address without the names of its parts: two routes of the same shape cannot be told apart.</summary>
    public string Shape => string.Join('/', Path.Split('/').Select(part => part.StartsWith('{') ? "{}" : part));
}
