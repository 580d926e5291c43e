using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Input;

/// <summary>Walks what was sent beside the contract of its record and notes everything that does not fit.</summary>
/// <param name="readsValues">Whether single values are read too; without, only names, absence, null and characters are looked at, which throws nothing.</param>
sealed class InputInspection(bool readsValues)
{
    /// <summary>Nobody reads more, and a body full of mistakes must not cost more than one.</summary>
    const int MostProblems = 50;

    static readonly SearchValues<char> Suspicious = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\0']);

    /// <summary>What does not fit, in the order of the record.</summary>
    public List<FieldProblem> Problems { get; } = [];

    public void Record(RecordContract contract, JsonObject sent, string path = "")
    {
        foreach (var field in contract.Fields)
        {
            if (sent.TryGetPropertyValue(field.Name, out var node))
                Value(field.Shape, node, path + field.Name);
            else if (field.IsRequired)
                Add(path + field.Name, InputWords.Missing(field.Shape));
        }

        foreach (var (name, _) in sent)
        {
            if (Problems.Count >= MostProblems)
                return;
            if (contract.Field(name) is null)
                Add(path + InputWords.Short(name), InputWords.Unknown(name, contract.Fields.Select(field => field.Name)));
        }
    }

    void Value(ValueShape shape, JsonNode? node, string path)
    {
        if (Problems.Count >= MostProblems)
            return;
        if (node is null)
        {
            if (!shape.AllowsNull)
                Add(path, InputWords.Empty(shape));
            return;
        }

        switch (shape.Kind, node)
        {
            case (ValueKind.Record, JsonObject record):
                Record(RecordContract.Of(shape.Bare), record, path + ".");
                break;
            case (ValueKind.Map, JsonObject map):
                Map(shape.Element!, map, path);
                break;
            case (ValueKind.List, JsonArray list):
                for (var i = 0; i < list.Count; i++)
                    Value(shape.Element!, list[i], $"{path}[{i}]");
                break;
            case (ValueKind.Any, _):
                Anything(node, path);
                break;
            case (ValueKind.Record or ValueKind.Map or ValueKind.List, _):
                Add(path, InputWords.Wrong(shape, node));
                break;
            default:
                Single(shape, node, path);
                break;
        }
    }

    void Map(ValueShape element, JsonObject map, string path)
    {
        foreach (var (name, value) in map)
        {
            Text(name, path);
            Value(element, value, $"{path}.{InputWords.Short(name)}");
        }
    }

    void Anything(JsonNode? node, string path)
    {
        if (node is JsonObject map)
            foreach (var (name, value) in map)
            {
                Text(name, path);
                Anything(value, path);
            }
        else if (node is JsonArray list)
            foreach (var entry in list)
                Anything(entry, path);
        else if (node is JsonValue value && value.TryGetValue<string>(out var text))
            Text(text, path);
    }

    void Single(ValueShape shape, JsonNode node, string path)
    {
        var text = node is JsonValue value && value.TryGetValue<string>(out var sent) ? sent : null;
        if (text is not null && !Text(text, path))
            return;
        // The serializer would take other cases, and several words with commas between them.
        if (shape.Kind == ValueKind.Choice ? !shape.Choices.Contains(text, StringComparer.Ordinal) : readsValues && !Reads(shape, node))
            Add(path, InputWords.Wrong(shape, node));
    }

    bool Text(string text, string path)
    {
        if (!text.AsSpan().ContainsAny(Suspicious) || IsStorable(text))
            return true;
        Add(path, InputWords.Unstorable);
        return false;
    }

    static bool IsStorable(string text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (System.Text.Rune.DecodeFromUtf16(rest, out var rune, out var used) != OperationStatus.Done || rune.Value == 0)
                return false;
            rest = rest[used..];
        }

        return true;
    }

    static bool Reads(ValueShape shape, JsonNode node)
    {
        try
        {
            return node.Deserialize(shape.Type, HeliosJson.Options) is not null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    void Add(string field, string text)
    {
        if (Problems.Count < MostProblems)
            Problems.Add(new FieldProblem(field, text));
    }
}
