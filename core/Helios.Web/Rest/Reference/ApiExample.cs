using System.Text;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest.Reference;

/// <summary>An example of an operation as a line for a shell.</summary>
public static class ApiExample
{
    /// <summary>Path and query of an operation with these values; parts without one keep their braces.</summary>
    public static string AddressOf(ApiOperation operation, IReadOnlyDictionary<string, string> values) =>
        PathOf(operation, values) + QueryString.Create(QueryOf(operation, values).Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));

    /// <summary>The line for curl, in the words of POSIX shells.</summary>
    /// <param name="operation">What it calls.</param>
    /// <param name="server">Scheme, host and port.</param>
    /// <param name="values">The parameters.</param>
    /// <param name="body">The JSON body; null where there is none.</param>
    /// <param name="organization">The slug, where the caller's account has several organizations.</param>
    public static string Curl(ApiOperation operation, string server, IReadOnlyDictionary<string, string> values, string? body = null, string? organization = null)
    {
        var curl = new StringBuilder("curl");
        if (!operation.IsRead)
            curl.Append(" -X ").Append(operation.Method);
        curl.Append(" -H \"Authorization: Bearer $TOKEN\"");
        if (organization is not null)
            curl.Append(" -H ").Append(Quoted($"{RestHeaders.Organization}: {organization}"));
        if (operation.NeedsVersion)
            curl.Append(" -H 'If-Match: *'");
        if (body is not null)
            curl.Append(" \\\n  -H 'Content-Type: application/json' -d ").Append(Quoted(body));
        if (operation.AnswersFile)
            curl.Append(" -OJ");
        return curl.Append(" \\\n  ").Append(Quoted(server + AddressOf(operation, values))).ToString();
    }

    internal static string PathOf(ApiOperation operation, IReadOnlyDictionary<string, string> values) => string.Join('/', operation.Address.Split('/').Select(part =>
        part is ['{', .. var name, '}'] && values.TryGetValue(name, out var value) && value.Length > 0 ? Uri.EscapeDataString(value) : part));

    internal static IEnumerable<KeyValuePair<string, string>> QueryOf(ApiOperation operation, IReadOnlyDictionary<string, string> values) =>
        from parameter in operation.Parameters
        where parameter.Place == "query" && parameter.Name != RestHeaders.DryRun && values.TryGetValue(parameter.Name, out var value) && value.Length > 0
        select KeyValuePair.Create(parameter.Name, values[parameter.Name]);

    // Within single quotes a shell reads nothing but the quote that ends them.
    static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
