using System.Net;
using System.Text.RegularExpressions;
using Helios.Benchmarks.Filling;

namespace Helios.Benchmarks.Measuring;

/// <summary>Signs in with the form, as a person does.</summary>
static partial class Session
{
    /// <summary>The field of a form that proves that it came from one of the server's pages.</summary>
    public const string TokenName = "__RequestVerificationToken";

    /// <summary>That field's value on a page.</summary>
    public static string TokenOf(string page) =>
        TokenField().Match(page) is { Success: true } match ? match.Groups["value"].Value : throw new InvalidOperationException("The page has no antiforgery field.");

    /// <summary>The cookies of the owner's browser.</summary>
    public static async Task<string> SignIn(Uri address)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        var token = TokenOf(await http.GetStringAsync("/sign-in"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [TokenName] = token,
            ["mail"] = Platform.OwnerMail,
            ["password"] = Platform.Password,
        });
        using var answer = await http.PostAsync("/sign-in", form);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? cookies.GetCookieHeader(address)
            : throw new InvalidOperationException($"Signing in was answered {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}
