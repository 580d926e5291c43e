using Helios.Core.Timeline;

namespace Helios.Core.CustomFields;

/// <summary>How timelines tell what happened to a field's definition.</summary>
static class FieldTexts
{
    const string Kind = "field";

    /// <summary>The sentences.</summary>
    public static IReadOnlyList<EventText> Events { get; } =
    [
        new("FieldCreated", "added this"),
        new("FieldArchived", "archived this"),
        new("FieldRestored", "restored this"),
        new("FieldsReordered", "moved this"),
    ];

    /// <summary>The fields of a definition.</summary>
    public static IReadOnlyList<FieldText> Fields { get; } =
    [
        Field("name", "name"), Field("help", "help"), Field("isRequired", "needed"), Field("default", "default"), Field("choices", "choices"),
        Field("audience", "who sees it"), Field("isInList", "column of lists"), Field("position", "place"), Field("apiName", "API name"), Field("type", "type"),
        Field("kind", "kind"), Field("key", "key") with { IsHidden = true },
    ];

    static FieldText Field(string name, string label) => new(name, label) { Kind = Kind, IsInternal = true };
}
