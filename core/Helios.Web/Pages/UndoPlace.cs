namespace Helios.Web.Pages;

/// <summary>Where the button Undo posts to, below the organization: the path with the run behind.</summary>
public static class UndoPlace
{
    public const string Path = "/undo";

    /// <summary>The form of every page that such buttons belong to, wherever they stand: <c>&lt;button form="undo" formaction="…"&gt;</c>.</summary>
    public const string Form = "undo";

    /// <summary>The address that takes a run back.</summary>
    public static string Address(string slug, Guid run) => $"/{slug}{Path}/{run}";
}
