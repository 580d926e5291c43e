using Helios.Web.Assets;

namespace Helios.Server.Composition;

/// <summary>Headers that tell browsers what pages may do, on every answer.</summary>
sealed class SecurityHeaders(RequestDelegate next, bool reports)
{
    readonly string policy = ContentSecurityPolicy.Header + (reports ? "; report-uri " + ViolationReports.Path : "");

    public Task Invoke(HttpContext http)
    {
        http.Response.OnStarting(Finish, http);
        return next(http);
    }

    Task Finish(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // Files of people come with a stricter policy of their own.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = policy;
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        // Asked for by the Blazor script, which these pages do not have.
        headers.Remove("blazor-enhanced-nav");
        if (headers.CacheControl.Count == 0 && http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            headers.CacheControl = "private, no-cache";
        return Task.CompletedTask;
    }
}
