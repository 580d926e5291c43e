namespace Helios.Core.Importing.Queries;

/// <summary>A field that a column can fill.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Label">Its name for people.</param>
public sealed record ImportField(string Field, string Label);
