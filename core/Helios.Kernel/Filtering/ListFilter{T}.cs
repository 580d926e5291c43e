using System.Linq.Expressions;

namespace Helios.Kernel.Filtering;

/// <summary>A filter that was read for a list.</summary>
/// <param name="Tree">The tree; its text is canonical, and cursors are bound to it.</param>
/// <param name="Rows">The rows that it lets through.</param>
/// <typeparam name="T">The rows of the list.</typeparam>
public sealed record ListFilter<T>(FilterNode Tree, Expression<Func<T, bool>> Rows);
