using System.Text.Json;
using System.Text.Json.Serialization;
using Helios.Kernel.CustomFields;

namespace Helios.Core.CustomFields.Queries;

/// <summary>A field's definition.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The kind that has it.</param>
/// <param name="ApiName">The name under which values are read, written and filtered.</param>
/// <param name="Name">What people read.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Help">A few words that help to fill it in.</param>
/// <param name="IsRequired">Whether a new record needs it.</param>
/// <param name="Default">What a new record has when nobody says anything.</param>
/// <param name="Choices">The choices in order.</param>
/// <param name="Audience">internal or requester.</param>
/// <param name="IsInList">Whether lists show it as a column.</param>
/// <param name="IsArchived">Whether it is put away.</param>
public sealed record FieldView(
    Guid Id,
    string Kind,
    string ApiName,
    string Name,
    CustomFieldType Type,
    string? Help,
    bool IsRequired,
    JsonElement? Default,
    IReadOnlyList<CustomFieldChoice> Choices,
    string Audience,
    bool IsInList,
    bool IsArchived)
{
    /// <summary>The definition that it was made from.</summary>
    [JsonIgnore]
    public CustomFieldDefinition Definition { get; private init; } = new(Id, ApiName, Name, Type);

    internal static FieldView Of(string kind, CustomFieldDefinition field) => new(
        field.Id, kind, field.ApiName, field.Name, field.Type, field.Help, field.IsRequired, field.Default, field.Choices, field.Audience, field.IsInList, field.IsArchived)
    {
        Definition = field,
    };
}
