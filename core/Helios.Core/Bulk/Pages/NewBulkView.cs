using Helios.Kernel.Labeling;

namespace Helios.Core.Bulk.Pages;

/// <summary>What is asked before a bulk change begins.</summary>
/// <param name="Kind">The kind of its records.</param>
/// <param name="Labels">What people call one and many of them.</param>
/// <param name="Act">What it does.</param>
/// <param name="Targets">The chosen records; empty where the filter chooses.</param>
/// <param name="Filter">The filter that chooses; null where records were chosen one by one.</param>
/// <param name="Count">How many records it takes.</param>
/// <param name="IsTooMany">Whether more match than one bulk change takes.</param>
/// <param name="List">The page of the list.</param>
public sealed record NewBulkView(string Kind, Label Labels, BulkAct Act, IReadOnlyList<string> Targets, string? Filter, int Count, bool IsTooMany, string List);
