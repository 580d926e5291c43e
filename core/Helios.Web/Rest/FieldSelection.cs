using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest;

/// <summary>Which fields of an answer the caller wants: <c>?fields=key,title</c>. In a list they are the fields of its items.</summary>
sealed class FieldSelection(ResultShape shape, IReadOnlySet<string>? names)
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "fields";

    /// <summary>Whether the caller wants the whole answer.</summary>
    public bool IsEverything => names is null;

    /// <summary>The selection of a request.</summary>
    public static Outcome<FieldSelection> Of(HttpRequest request, ResultShape shape)
    {
        if (!request.Query.TryGetValue(Parameter, out var sent))
            return new FieldSelection(shape, names: null);
        if (sent is not [{ Length: > 0 } text])
            return Problem.Invalid(Parameter, $"Name the fields once, with commas between them, such as fields={string.Join(',', shape.Selectable.Take(2))}.");
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var unknown = names.Where(name => !shape.Selectable.Contains(name, StringComparer.Ordinal)).Take(10).ToList();
        return unknown.Count == 0
            ? new FieldSelection(shape, names)
            : Problem.Invalid([.. unknown.Select(name => new FieldProblem(Parameter, InputWords.Unknown(name, shape.Selectable)))]);
    }

    /// <summary>The answer with these fields only.</summary>
    public JsonObject Of(object answer)
    {
        var json = JsonSerializer.SerializeToNode(answer, shape.Contract.Json)!.AsObject();
        if (shape.Items is null)
            Keep(json);
        else
            foreach (var item in json[ResultShape.ItemsName]!.AsArray().OfType<JsonObject>())
                Keep(item);
        return json;
    }

    void Keep(JsonObject item)
    {
        foreach (var name in item.Select(field => field.Key).Where(name => names?.Contains(name) == false).ToList())
            item.Remove(name);
    }
}
