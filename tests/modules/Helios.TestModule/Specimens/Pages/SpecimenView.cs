namespace Helios.TestModule.Specimens.Pages;

/// <summary>What a page of specimens shows.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its one sentence.</param>
/// <param name="Style">The address of the module's style.</param>
/// <param name="Script">The address of the module's script.</param>
public sealed record SpecimenView(string Title, string Text, string Style, string Script);
