namespace Helios.Core.Importing;

/// <summary>A field that a column of a file can fill.</summary>
/// <param name="Field">Its immutable name.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Headers">Headers that are recognized besides the label; capitals, spaces and signs do not matter.</param>
public sealed record ImportColumn(string Field, string Label, params string[] Headers);
