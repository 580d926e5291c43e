using Helios.Core.Bulk.Queries;
using Helios.Kernel.Labeling;

namespace Helios.Core.Bulk.Pages;

/// <summary>A bulk change's page.</summary>
/// <param name="Bulk">The bulk change.</param>
/// <param name="Label">What people call one and many of its records.</param>
/// <param name="List">The page of their list.</param>
/// <param name="Rows">What became of them, a page of it.</param>
/// <param name="Outcome">Which of them are shown; null for all.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="CanUndo">Whether it can be taken back now.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record BulkView(BulkDetails Bulk, Label Label, string List, IReadOnlyList<BulkRowView> Rows, string? Outcome, int? Next, bool CanUndo, DateTimeOffset Now);
