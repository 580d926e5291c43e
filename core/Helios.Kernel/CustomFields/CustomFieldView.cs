using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.CustomFields;

/// <summary>
/// The custom fields of an entity as one reader sees them. Until it is opened for a reader it shows nothing, so a forgotten
/// rule hides and never leaks.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is what its name says; that it can be walked is for the serializer.")]
public sealed class CustomFieldView : IReadOnlyDictionary<string, JsonElement>
{
    readonly CustomFieldValues? stored;
    IReadOnlyDictionary<string, JsonElement> shown = FrozenDictionary<string, JsonElement>.Empty;

    CustomFieldView(CustomFieldValues? stored) => this.stored = stored;

    /// <summary>No values.</summary>
    public static CustomFieldView Empty { get; } = new(null);

    public IEnumerable<string> Keys => shown.Keys;

    public IEnumerable<JsonElement> Values => shown.Values;

    public int Count => shown.Count;

    public JsonElement this[string key] => shown[key];

    /// <summary>For the row of a list: <c>CustomFields = CustomFieldView.Of(ticket.CustomFields)</c>. The list opens it for whoever asked.</summary>
    public static CustomFieldView Of(CustomFieldValues? values) => values is null ? Empty : new CustomFieldView(values);

    /// <summary>Those of an entity for whoever the scope stands for.</summary>
    public static CustomFieldView Of(Entity entity, Scope scope)
    {
        var view = Of(entity.CustomFields);
        view.Open(scope.CustomFields(entity.GetType()), scope.Actor);
        return view;
    }

    /// <summary>Shows what this actor may read: neither archived fields nor those that are for staff only.</summary>
    public void Open(CustomFieldSet fields, Actor actor)
    {
        if (stored is null)
            return;
        var open = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in fields.For(actor))
            if (stored[field.ApiName] is { } value)
                open[field.ApiName] = value;
        shown = open;
    }

    public bool ContainsKey(string key) => shown.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => shown.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => shown.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
