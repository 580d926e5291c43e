namespace Helios.Kernel.Filtering;

/// <summary>Something that could stand at the caret of a filter.</summary>
/// <param name="Kind">Field, operator or value.</param>
/// <param name="Text">What is put in.</param>
/// <param name="Description">What it means; may be empty.</param>
/// <param name="Position">Where the replaced text begins, counted in characters from 0.</param>
/// <param name="Length">How many characters are replaced; 0 inserts.</param>
public sealed record FilterSuggestion(FilterSuggestionKind Kind, string Text, string Description, int Position, int Length);
