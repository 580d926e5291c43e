namespace Helios.Web.Components.Forms;

/// <summary>One line of the summary of a refused form.</summary>
/// <param name="Name">Name of the field; empty for the form as a whole.</param>
/// <param name="Message">The field and what is wrong, as "Title: add at least 8 characters".</param>
public sealed record FieldError(string Name, string Message);
