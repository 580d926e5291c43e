namespace Helios.Web.Pages;

/// <summary>Marks that a scope source leaves on a request.</summary>
public static class PageScopeMarks
{
    /// <summary>The session is good; it is the organization that is absent or not his.</summary>
    public static object IsSignedIn { get; } = new();
}
