using Helios.Web.Components.Shell;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Pages;

/// <summary>A word about what was just done, carried over one redirect in a cookie.</summary>
static class Flash
{
    const string Cookie = "helios-toast";

    public static void Put(HttpContext http, string text) =>
        http.Response.Cookies.Append(Cookie, Uri.EscapeDataString(text), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromMinutes(1),
        });

    /// <summary>What is to be told, once.</summary>
    public static IReadOnlyList<Toast> Take(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(Cookie, out var text) || text.Length is 0 or > 2000)
            return [];
        http.Response.Cookies.Delete(Cookie);
        return [new Toast(Uri.UnescapeDataString(text))];
    }
}
