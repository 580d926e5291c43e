using System.Text.Json.Serialization;

namespace Helios.Kernel.Effects;

/// <summary>An effect on the outside world and what has become of it so far.</summary>
/// <remarks>
/// The result of every command that has one. Its caller waits up to ten seconds for the end; a page then leads on to the
/// operation's own page, and the API answers 202 with its Location.
/// </remarks>
/// <param name="Id">Its id.</param>
/// <param name="Name">The declared name, such as <c>alerts.post</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="State">waiting, done, partly, failed or canceled.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="FinishedAt">When the last call had ended.</param>
/// <param name="Items">Its calls, each with its own result.</param>
public sealed record OperationView(
    Guid Id, string Name, string Label, string State, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, IReadOnlyList<OperationItemView> Items)
{
    /// <summary>Whether nothing will happen any more.</summary>
    [JsonIgnore]
    public bool IsOver => FinishedAt is not null;

    /// <summary>The first thing that went wrong, for people; null where all went well.</summary>
    [JsonIgnore]
    public string? Trouble => Items.FirstOrDefault(item => item.State is ItemState.Failed or ItemState.Unknown)?.Message;
}
