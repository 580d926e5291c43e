using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Helios.Core.Organizations;

/// <summary>The name of an organization in addresses: what it may be, and what follows from its name.</summary>
public sealed class Slugs(EndpointDataSource endpoints)
{
    public const int Shortest = 3;
    public const int Longest = 40;

    /// <summary>Addresses that are promised to parts that are still to come.</summary>
    static readonly FrozenSet<string> Promised =
        new[] { "all", "api", "graphql", "live", "mcp", "assets", "help", "docs", "status", "static", "admin", "www", "account", "favicon.ico", "robots.txt" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is wrong with a slug, with the way out; null when it is fine.</summary>
    public string? Broken(string slug)
    {
        if (slug.Length < Shortest)
            return $"An address needs at least {Shortest} characters. Take a longer one, such as {(slug.Length > 0 && char.IsAsciiLetterOrDigit(slug[0]) ? slug.ToLowerInvariant() : "my")}-it.";
        if (slug.Length > Longest)
            return $"An address has at most {Longest} characters. Take a shorter one.";
        if (slug[0] == '-' || slug.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
            return $"An address is made of small letters a to z, digits and hyphens, and begins with a letter or digit. Take {Suggest(slug)}, for example.";
        if (Promised.Contains(slug) || RootSegments().Contains(slug))
            return $"Helios uses the address /{slug} itself. Take another, such as {slug}-it.";
        return null;
    }

    /// <summary>A slug for a name: its letters without accents, hyphens between.</summary>
    public static string Suggest(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).Replace("ß", "ss", StringComparison.Ordinal))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var text = slug.ToString()[..Math.Min(slug.Length, Longest)].Trim('-');
        return text.Length >= Shortest ? text : text.Length == 0 ? "my-organization" : text + "-it";
    }

    /// <summary>The first part of every address that the server knows.</summary>
    HashSet<string> RootSegments() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => endpoint.RoutePattern.PathSegments is [{ Parts: [Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal] }, ..] ? literal.Content : null)
        .OfType<string>()
        .Select(segment => segment.ToLowerInvariant())
        .ToHashSet(StringComparer.Ordinal);
}
