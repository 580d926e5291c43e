using System.Text.Json;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;

namespace Helios.Core.CustomFields;

/// <summary>A field that the organization added to a kind. What is written in it stands with each record; the definition says what it means.</summary>
public sealed class CustomField : Entity
{
    /// <summary>The kind that has it, such as <c>ticket</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The immutable name in the API, in filters and in what is stored.</summary>
    public required string ApiName { get; init; }

    /// <summary>What people read.</summary>
    public required string Name { get; set; }

    /// <summary>What it holds, as the API writes it; see <see cref="CustomFieldType"/>.</summary>
    public required string Type { get; init; }

    public string? Help { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>What a new record has when nobody says anything: JSON, or null.</summary>
    public string? Default { get; set; }

    public CustomFieldChoices Choices { get; set; } = CustomFieldChoices.None;

    /// <summary>Who sees it besides staff: internal or requester.</summary>
    public string Audience { get; set; } = Kernel.Events.Audience.Internal;

    /// <summary>Whether lists show it as a column.</summary>
    public bool IsInList { get; set; }

    /// <summary>Smaller stands first.</summary>
    public int Position { get; set; }

    /// <summary>Puts it away: forms, pages and filters leave it out, its values stay.</summary>
    public void Archive(DateTimeOffset now) => ArchivedAt ??= now;

    /// <summary>Brings it back with all its values.</summary>
    public void Restore() => ArchivedAt = null;

    public override EntityCard Card() => new(Name, ApiName) { StaffText = ApiName };

    /// <summary>The definition as everything that reads and writes values knows it.</summary>
    public CustomFieldDefinition Definition() => new(Id, ApiName, Name, FieldTypes.Read(Type)!.Value)
    {
        Help = Help,
        IsRequired = IsRequired,
        Default = Default is null ? null : JsonSerializer.Deserialize<JsonElement>(Default, HeliosJson.Options),
        Choices = Choices,
        Audience = Audience,
        IsInList = IsInList,
        IsArchived = ArchivedAt is not null,
    };
}
