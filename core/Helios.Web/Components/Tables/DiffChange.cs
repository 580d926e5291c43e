using Microsoft.AspNetCore.Components;

namespace Helios.Web.Components.Tables;

/// <summary>Rows of a difference that belong together, such as the value before and the value after.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Explained">What explains them, such as a link to a change; null where nothing does.</param>
public sealed record DiffChange(IReadOnlyList<DiffRow> Rows, RenderFragment? Explained = null);
