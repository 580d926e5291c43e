namespace Helios.Web.Assets;

/// <summary>The one content security policy of all pages: constant, no nonce, nothing inline but Turbo's one style by its hash.</summary>
public static class ContentSecurityPolicy
{
    /// <summary>Value of the <c>Content-Security-Policy</c> header.</summary>
    public static string Header { get; } = string.Join("; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' " + string.Join(' ', AssetManifest.Embedded.StyleHashes.Select(hash => $"'{hash}'")),
        "img-src 'self' data:",
        "worker-src 'self'",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
}
