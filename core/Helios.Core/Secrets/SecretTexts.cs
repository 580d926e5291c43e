using Helios.Core.Timeline;

namespace Helios.Core.Secrets;

/// <summary>How timelines tell what happened to a secret.</summary>
static class SecretTexts
{
    const string Kind = "secret";

    /// <summary>The sentences.</summary>
    public static IReadOnlyList<EventText> Events { get; } =
    [
        new("SecretCreated", "added this secret"),
        new("SecretReplaced", "replaced the value"),
        new("SecretRevealed", "looked at the value"),
        new("SecretDeleted", "deleted this secret and destroyed its value"),
    ];

    /// <summary>The fields.</summary>
    public static IReadOnlyList<FieldText> Fields { get; } =
    [
        Field("name", "name"), Field("description", "description"), Field("value", "value"),
        Hidden("nameKey"), Hidden("key"), Hidden("sealed"), Hidden("revision"), Hidden("replacedAt"), Hidden("archivedAt"),
    ];

    static FieldText Field(string name, string label) => new(name, label) { Kind = Kind, IsInternal = true };

    static FieldText Hidden(string name) => Field(name, name) with { IsHidden = true };
}
