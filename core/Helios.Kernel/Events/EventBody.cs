using System.Text.Json;
using System.Text.Json.Serialization;
using Helios.Kernel.Input;

namespace Helios.Kernel.Events;

/// <summary>The JSON inside <see cref="EventDetail.Body"/>.</summary>
/// <param name="Actor">The actor's name when it happened.</param>
/// <param name="Title">The entity's title when it happened.</param>
/// <param name="Changes">Field by field, old and new.</param>
/// <param name="Why">The reason that the actor or Helios gave.</param>
public sealed record EventBody(string Actor, string Title, IReadOnlyList<FieldChange> Changes, string? Why)
{
    /// <summary>Stands where a name or a reason was erased.</summary>
    public const string Erased = "[erased]";

    /// <summary>The body as it is stored; null where all of it was erased.</summary>
    public static EventBody? Read(string? stored) => string.IsNullOrEmpty(stored) ? null : JsonSerializer.Deserialize<EventBody>(stored, HeliosJson.Options);

    /// <summary>The rows that the changes belong to, for undo; changes behind the last of them are told and stand in no row. Null in events older than undo.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RowChange>? Rows { get; init; }

    /// <summary>Whether it tells of settings alone: of no row of the record on whose page it stands.</summary>
    [JsonIgnore]
    public bool IsOfSettings => Rows is { Count: > 0 } rows && rows.All(row => row.Fields is not null);

    /// <summary>The action that this undid, such as TicketAssigned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Undid { get; init; }

    /// <summary>The action that this did again after an undo.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Redid { get; init; }
}
