using Microsoft.AspNetCore.Http;

namespace Helios.Core.Identity.Sessions;

/// <summary>The cookie that carries a session's token. Over plain HTTP, which is loopback, it has a name of its own, so neither is taken for the other.</summary>
static class SessionCookie
{
    const string Secure = "__Host-helios";
    const string Plain = "helios-session";

    public static string? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(NameFor(request), out var token) && RandomText.CouldBeLink(token) ? token : null;

    public static void Write(HttpContext http, string token) =>
        http.Response.Cookies.Append(NameFor(http.Request), token, OptionsFor(http.Request, Session.Longest));

    public static void Delete(HttpContext http) =>
        http.Response.Cookies.Delete(NameFor(http.Request), OptionsFor(http.Request, lifetime: null));

    static string NameFor(HttpRequest request) => request.IsHttps ? Secure : Plain;

    static CookieOptions OptionsFor(HttpRequest request, TimeSpan? lifetime) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, Path = "/", MaxAge = lifetime, IsEssential = true };
}
