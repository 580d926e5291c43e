namespace Helios.Server.Composition;

/// <summary>Takes what browsers report about the content security policy, in development and tests, and logs it as an error: there must be none.</summary>
static partial class ViolationReports
{
    public const string Path = "/csp-reports";
    const int Longest = 4000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, Take);

    static async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = new char[Longest];
        var length = await reader.ReadBlockAsync(text, http.RequestAborted);
        Violated(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Helios.ContentSecurityPolicy"), new string(text, 0, length));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page breaks the content security policy: {Report}")]
    static partial void Violated(ILogger logger, string report);
}
