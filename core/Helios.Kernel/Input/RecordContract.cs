using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;

namespace Helios.Kernel.Input;

/// <summary>How a record looks on the wire, field by field: what doors read by, and what they describe.</summary>
/// <remarks>Made from the serializer's own contract, so what is described is what is read.</remarks>
public sealed class RecordContract
{
    static readonly ConcurrentDictionary<Type, RecordContract> Known = new();

    readonly FrozenDictionary<string, RecordField> byName;

    RecordContract(Type type)
    {
        Json = HeliosJson.Options.GetTypeInfo(type);
        if (Json.Kind != JsonTypeInfoKind.Object)
            throw new NotSupportedException($"{type} is not a record with fields.");
        Fields = [.. Json.Properties.Select(property => new RecordField(property))];
        byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>The serializer's contract.</summary>
    public JsonTypeInfo Json { get; }

    /// <summary>The fields in the order of the record.</summary>
    public IReadOnlyList<RecordField> Fields { get; }

    /// <summary>The contract of a record; read once for each.</summary>
    public static RecordContract Of(Type record) => Known.GetOrAdd(record, type => new RecordContract(type));

    /// <summary>Whether a record has a field of this name on the wire. Reads no contract: at a start there are hundreds, and few of them are asked for soon.</summary>
    public static bool Has(Type record, string name) =>
        Array.Exists(record.GetProperties(), property => string.Equals(HeliosJson.NameOf(property.Name), name, StringComparison.Ordinal));

    /// <summary>The field with this name on the wire, or null.</summary>
    public RecordField? Field(string name) => byName.GetValueOrDefault(name);
}
