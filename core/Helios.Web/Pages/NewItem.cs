namespace Helios.Web.Pages;

/// <summary>Something that the New menu makes.</summary>
/// <param name="Label">What it is, such as Ticket.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Path">The form's address below the organization.</param>
/// <param name="Permission">What an actor needs.</param>
/// <param name="Keys">The keys that open the form, such as <c>c t</c>.</param>
public sealed record NewItem(string Label, string Icon, string Path, string Permission, string Keys);
