namespace Helios.Kernel.Filtering;

/// <summary>What is wrong with a filter, a sort or a cursor, and where.</summary>
/// <param name="Position">Where the fault begins in the text, counted in characters from 0.</param>
/// <param name="Length">How many characters it takes; 0 where something is missing.</param>
/// <param name="Field">The field that it is about, or null.</param>
/// <param name="Text">What is wrong and the way out, for people.</param>
public sealed record FilterProblem(int Position, int Length, string? Field, string Text);
