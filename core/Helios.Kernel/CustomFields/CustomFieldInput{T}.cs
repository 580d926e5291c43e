using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Helios.Kernel.Entities;

namespace Helios.Kernel.CustomFields;

/// <summary>
/// Custom fields in the input of a command that makes or changes one of a kind: <c>public CustomFieldInput&lt;Ticket&gt;? CustomFields { get; init; }</c>.
/// The pipeline checks them and writes them; a handler has nothing to do with them.
/// </summary>
/// <remarks>A field that is left out stays as it is, null empties it. A new record takes the defaults of what is left out.</remarks>
/// <typeparam name="T">The kind's class.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "It is what its name says; that it can be walked is for the serializer.")]
public sealed class CustomFieldInput<T>(IReadOnlyDictionary<string, JsonElement> sent) : ICustomFieldInput, IReadOnlyDictionary<string, JsonElement>
    where T : Entity
{
    /// <summary>More values than there can be fields are none of ours.</summary>
    internal const int Most = 200;

    public Type EntityType => typeof(T);

    public IReadOnlyDictionary<string, JsonElement> Sent { get; } = sent;

    public IEnumerable<string> Keys => Sent.Keys;

    public IEnumerable<JsonElement> Values => Sent.Values;

    public int Count => Sent.Count;

    public JsonElement this[string key] => Sent[key];

    public bool ContainsKey(string key) => Sent.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => Sent.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => Sent.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
