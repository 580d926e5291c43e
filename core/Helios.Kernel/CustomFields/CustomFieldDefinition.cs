using System.Text.Json;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.CustomFields;

/// <summary>A field that an organization added to a kind, as everything that reads and writes values needs to know it.</summary>
/// <param name="Id">The definition's id, by which values are indexed.</param>
/// <param name="ApiName">The immutable name in the API, in filters and in what is stored.</param>
/// <param name="Name">What people read.</param>
/// <param name="Type">What it holds.</param>
public sealed record CustomFieldDefinition(Guid Id, string ApiName, string Name, CustomFieldType Type)
{
    const string Prefix = "customFields.";

    /// <summary>Few words that help to fill it in.</summary>
    public string? Help { get; init; }

    /// <summary>Whether a new record needs it, and nobody can empty it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a new record has when nobody says anything, or null.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>The choices in order; empty for other types.</summary>
    public IReadOnlyList<CustomFieldChoice> Choices { get; init; } = [];

    /// <summary>Who sees it besides staff: an <see cref="Events.Audience"/>.</summary>
    public string Audience { get; init; } = Events.Audience.Internal;

    /// <summary>Whether lists show it as a column.</summary>
    public bool IsInList { get; init; }

    /// <summary>Whether it was put away: forms, pages and filters leave it out, its values stay.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The field in events and inputs, such as <c>customFields.site</c>.</summary>
    public string Path => PathOf(ApiName);

    /// <summary>The label of a stored choice; the value itself where it is none.</summary>
    public string LabelOf(string value) => Choices.FirstOrDefault(choice => string.Equals(choice.Value, value, StringComparison.Ordinal))?.Label ?? value;

    /// <summary>Whether whoever may see the record may see this field of it.</summary>
    public bool IsFor(Actor actor) => actor.IsStaff || string.Equals(Audience, Events.Audience.Requester, StringComparison.Ordinal);

    /// <summary>The name of a custom field in events and inputs.</summary>
    public static string PathOf(string apiName) => Prefix + apiName;

    /// <summary>The API name in the name of an event's or input's field; null where it is no custom one.</summary>
    public static string? NameIn(string path) => path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : null;
}
