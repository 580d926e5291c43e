namespace Helios.Web.Lists;

/// <summary>What a cell needs to know besides its row.</summary>
/// <param name="Root">The organization's part of every address, such as <c>/larkspur</c>.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
/// <param name="IsStaff">Whose words are read.</param>
public sealed record ListCell(string Root, DateTimeOffset Now, bool IsStaff)
{
    /// <summary>The address of a page of this organization.</summary>
    public string Address(string path) => Root + path;
}
