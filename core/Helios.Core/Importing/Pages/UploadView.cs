namespace Helios.Core.Importing.Pages;

/// <summary>The page where a file is chosen.</summary>
/// <param name="Target">What the rows become.</param>
/// <param name="Label">What the rows are.</param>
/// <param name="ListPage">The page of their list.</param>
/// <param name="Rules">How rows are matched.</param>
/// <param name="Fields">The fields that columns can fill, by label.</param>
public sealed record UploadView(string Target, string Label, string ListPage, string Rules, IReadOnlyList<string> Fields);
