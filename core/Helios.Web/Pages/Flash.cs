using Helios.Kernel.Commands;
using Helios.Web.Components.Shell;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Pages;

/// <summary>A word about what was just done, carried over one redirect in a cookie, with the run that Undo would take back.</summary>
static class Flash
{
    const string Cookie = "helios-toast";

    /// <summary>Between the parts of the cookie; the words themselves are escaped.</summary>
    const char Between = '|';

    public static void Put(HttpContext http, string text, CommandReport? did) =>
        http.Response.Cookies.Append(Cookie, Uri.EscapeDataString(text) + (did is { CanUndo: true, Run: { } run } ? $"{Between}{run}{Between}{(did.IsUndo ? "Redo" : "Undo")}" : ""), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromMinutes(1),
        });

    /// <summary>What is to be told, once.</summary>
    /// <param name="http">The request that shows it.</param>
    /// <param name="slug">The organization whose page shows it; null outside, where nothing is undone.</param>
    public static IReadOnlyList<Toast> Take(HttpContext http, string? slug)
    {
        if (!http.Request.Cookies.TryGetValue(Cookie, out var cookie) || cookie.Length is 0 or > 2000)
            return [];
        http.Response.Cookies.Delete(Cookie);
        var parts = cookie.Split(Between);
        var toast = new Toast(Uri.UnescapeDataString(parts[0]));
        return parts is [_, var run, "Undo" or "Redo"] && slug is not null && Guid.TryParse(run, out var id)
            ? [toast with { UndoAddress = UndoPlace.Address(slug, id), UndoLabel = parts[2] }]
            : [toast];
    }
}
