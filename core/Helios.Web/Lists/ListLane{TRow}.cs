using Helios.Kernel.Queries;

namespace Helios.Web.Lists;

/// <summary>A lane of a board with the rows that the page shows of it.</summary>
/// <param name="Value">The value of the field that makes the lane.</param>
/// <param name="Page">Its first rows.</param>
/// <param name="Rows">How many of them were asked for.</param>
/// <typeparam name="TRow">What the list's query tells of a row.</typeparam>
public sealed record ListLane<TRow>(string Value, ListPage<TRow> Page, int Rows);
