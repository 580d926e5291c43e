using Helios.Kernel.CustomFields;

namespace Helios.Web.Pages;

/// <summary>The record that a page is about, as panels and actions need to know it.</summary>
/// <param name="Kind">Its kind, such as <c>user</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key, such as U-12.</param>
/// <param name="Title">Its name.</param>
public sealed record EntitySubject(string Kind, Guid Id, string Key, string Title)
{
    /// <summary>Its custom fields as the reader sees them; their panel stands on the page when it has some.</summary>
    public CustomFieldView CustomFields { get; init; } = CustomFieldView.Empty;
}
