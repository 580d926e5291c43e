using Microsoft.AspNetCore.Components;

namespace Helios.Web.Lists;

/// <summary>How a list stands as a board: a lane for each value of a choice field, and the command that moves a row to another lane.</summary>
/// <param name="Field">The choice field of the list's filter, and of the command's input, such as <c>status</c>.</param>
/// <param name="Values">Its values in the order of the lanes.</param>
/// <param name="Command">The command that moves a row. It must be among the list's acts on many, since those say who may.</param>
/// <param name="Move">Where a row's move is posted, below the organization; the field names the lane.</param>
/// <typeparam name="TRow">What the list's query tells of a row.</typeparam>
public sealed record ListLanes<TRow>(string Field, IReadOnlyList<string> Values, string Command, Func<TRow, string> Move)
{
    /// <summary>The name of a lane, for its reader: staff or not.</summary>
    public required Func<string, bool, string> Label { get; init; }

    /// <summary>The heading of a lane, with its mark.</summary>
    public required Func<string, bool, RenderFragment> Head { get; init; }

    /// <summary>The first line of a tile: marks and the key.</summary>
    public required Func<TRow, ListCell, RenderFragment> Lead { get; init; }

    /// <summary>The rest of a tile, with the link to the row's page.</summary>
    public required Func<TRow, ListCell, RenderFragment> Body { get; init; }
}
