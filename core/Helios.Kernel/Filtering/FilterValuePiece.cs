namespace Helios.Kernel.Filtering;

/// <summary>A value that is being written.</summary>
/// <param name="Field">Whose value it is.</param>
/// <param name="IsEquality">Whether it is compared by <c>:</c> or <c>!=</c>, which take several values; the others take one.</param>
/// <param name="Typed">What is written of it up to the caret, without quotation marks.</param>
/// <param name="Position">Where it begins, with its quotation mark.</param>
/// <param name="Length">How long it is, to its end behind the caret.</param>
public sealed record FilterValuePiece(FilterFieldInfo Field, bool IsEquality, string Typed, int Position, int Length);
