using Microsoft.AspNetCore.Http;

namespace Helios.Web.Pages;

/// <summary>A look at a page from beside another one: the panel at the side asks for any page and shows what stands on it, without the frame and without what acts.</summary>
public static class Peek
{
    /// <summary>Id of the Turbo frame in the panel, which its requests name; also in web/src/peek.</summary>
    public const string Frame = "peek";

    /// <summary>The header that names the frame that asks: what is answered depends on it.</summary>
    public const string Header = "Turbo-Frame";

    /// <summary>Whether the panel asks. A form is never answered into it.</summary>
    public static bool Is(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && string.Equals(http.Request.Headers[Header], Frame, StringComparison.Ordinal);
}
