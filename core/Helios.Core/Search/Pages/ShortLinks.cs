using System.Globalization;
using System.Text.RegularExpressions;
using Helios.Core.Identity.Sessions;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Search.Pages;

/// <summary>Short links that lead to the page of what they name: <c>/larkspur/go/T-1042</c>, and <c>/T/T-1042</c> in the organization where one stands.</summary>
/// <remarks>They look at the key alone. Whether it exists and may be seen is the page's word, so a link tells nothing.</remarks>
public sealed partial class ShortLinks : PageSet
{
    // Slugs have three characters or more, so one or two letters are never an organization.
    const string Anywhere = "/{prefix:length(1,2)}/{key}";

    public override void Map(PageRoutes routes)
    {
        routes.Page("/go/{key}", SearchFeature.Use, request => Task.FromResult(Go(request)));
        routes.OpenPage(Anywhere, "It only leads on, and asks whoever is not signed in to do so.", Choose);
    }

    static IResult Go(PageRequest request)
    {
        if (Read(request.Route("key"), prefix: null) is not var (prefix, number) || KindOf(request, prefix) is not { } kind || request.Scope.Organization!.ModulesOff.Contains(kind.Module.Id))
            return request.Refuse(Problem.NotFound("record with this key"));
        return request.SeeOther(kind.Address(request.Slug, KeyOf(kind, number)));
    }

    static async Task<IResult> Choose(PageRequest request)
    {
        if (Read(request.Route("key"), request.Route("prefix")) is not var (prefix, number) || KindOf(request, prefix) is not { } kind)
            return request.Refuse(Problem.NotFound("such page"));
        if (SignedIn.Of(request.Http) is not { } who)
            return request.SeeOther("/sign-in?return=" + Uri.EscapeDataString(request.Http.Request.Path));
        var key = KeyOf(kind, number);
        if (Current(request.Http.Request, who) is { } slug)
            return request.SeeOther($"/{slug}/go/{key}");
        return await request.Show<ShortLinkPage, ShortLinkView>(new ShortLinkView(key, [.. who.Organizations.Select(one => (one.Name, $"/{one.Slug}/go/{key}"))]));
    }

    /// <summary>The person's only organization, or the one whose page the link stood on.</summary>
    static string? Current(HttpRequest request, SignedIn who)
    {
        if (who.Organizations is [var only])
            return only.Slug;
        if (!Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from) || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase))
            return null;
        var slug = from.AbsolutePath.Split('/')[1];
        return who.Organizations.Select(one => one.Slug).FirstOrDefault(one => string.Equals(one, slug, StringComparison.Ordinal));
    }

    /// <summary>Prefix and number of a key: T-1042, t1042, or 1042 where the prefix is known.</summary>
    static (string Prefix, long Number)? Read(string text, string? prefix)
    {
        if (KeyText().Match(text) is not { Success: true } match || !long.TryParse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number))
            return null;
        var written = match.Groups["prefix"].Value;
        if (written.Length == 0)
            return prefix is null ? null : (prefix, number);
        return prefix is null || string.Equals(prefix, written, StringComparison.OrdinalIgnoreCase) ? (written, number) : null;
    }

    static KindDeclaration? KindOf(PageRequest request, string prefix) => request.Registry.KindByPrefix(prefix);

    static string KeyOf(KindDeclaration kind, long number) => string.Create(CultureInfo.InvariantCulture, $"{kind.Prefix}-{number}");

    [GeneratedRegex("^(?:(?<prefix>[A-Za-z]{1,8})-?)?(?<number>[0-9]{1,18})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex KeyText();
}
