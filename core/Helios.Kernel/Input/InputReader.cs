using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Input;

/// <summary>Turns what a caller sent into an input record, or into one problem that names every field that is wrong. No input makes it throw.</summary>
public static class InputReader
{
    /// <summary>Reads an input whose type is known.</summary>
    public static Outcome<T> Read<T>(JsonObject sent)
        where T : notnull => Read(typeof(T), sent).Map(input => (T)input);

    /// <summary>Reads an input of a declared command or query.</summary>
    /// <param name="input">The input record.</param>
    /// <param name="sent">The fields by their names on the wire.</param>
    public static Outcome<object> Read(Type input, JsonObject sent)
    {
        var contract = RecordContract.Of(input);
        var names = new InputInspection(readsValues: false);
        names.Record(contract, sent);
        if (names.Problems.Count == 0 && TryRead(contract, sent, out var record))
            return record;
        return Problem.Invalid(EveryProblem(input, contract, sent));
    }

    static bool TryRead(RecordContract contract, JsonObject sent, [NotNullWhen(true)] out object? record)
    {
        try
        {
            record = sent.Deserialize(contract.Json);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            record = null;
        }

        return record is not null;
    }

    static List<FieldProblem> EveryProblem(Type input, RecordContract contract, JsonObject sent)
    {
        var values = new InputInspection(readsValues: true);
        values.Record(contract, sent);
        var problems = values.Problems;
        foreach (var field in contract.Fields.Where(field => !problems.Exists(problem => IsAbout(problem, field))))
            if (sent.TryGetPropertyValue(field.Name, out var node))
                problems.AddRange(BrokenRules(input, field, node));
        if (problems.Count == 0)
            problems.Add(new FieldProblem("", "This could not be read as a whole. Compare it with the API description at /api/v1/openapi.json."));
        return problems;
    }

    static IEnumerable<FieldProblem> BrokenRules(Type input, RecordField field, JsonNode? node)
    {
        try
        {
            return InputRules.Of(input).Broken(field.Name, node?.Deserialize(field.Shape.Type, HeliosJson.Options));
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return [new FieldProblem(field.Name, InputWords.Wrong(field.Shape, node))];
        }
    }

    // A record's constructor may refuse its values, too.
    static bool IsRefusal(Exception e) => e is JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException;

    static bool IsAbout(FieldProblem problem, RecordField field) =>
        problem.Field.StartsWith(field.Name, StringComparison.Ordinal)
        && (problem.Field.Length == field.Name.Length || problem.Field[field.Name.Length] is '.' or '[');
}
