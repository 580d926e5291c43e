using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helios.Core.Comments;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>On the page of each kind people read comments and write them, each for whom he may, and nobody reads what is not for him.</summary>
sealed class CommentRules(GrowingHouse house)
{
    static readonly string TooLong = new('x', Comment.Longest + 1);

    readonly List<string> violations = [];

    public IEnumerable<KindDeclaration> Kinds => KeptRecords.Of(house.Registry);

    public async Task<List<string>> Violations()
    {
        await house.SwitchModulesOn();
        foreach (var kind in Kinds)
        {
            var key = await new Sampler(house, house.Larkspur, house.Larkspur.Owner).Key(kind.Type);
            foreach (var role in new[] { Roles.Owner, Roles.ItStaff })
                if (await house.Sees(house.Larkspur.Members[role], kind, await Id(key)))
                    await Write(kind, key, role);
            await Read(kind);
        }

        return violations;
    }

    /// <summary>Whoever of the staff sees one finds the composer on its page; what he writes stands there, and what is refused comes back to it.</summary>
    async Task Write(KindDeclaration kind, string key, string role)
    {
        var visitor = await Visitor.SignIn(house, house.Larkspur.Members[role]);
        var (what, address) = ($"The page of the {kind.Name} {key}", kind.Address(house.Larkspur.Organization.Slug, key));
        var page = await visitor.Open(address);
        if (page.Status != HttpStatusCode.OK || Composer(page) is not { } composer)
        {
            violations.Add($"{what} has no place for {role} to comment ({page.Status}). Ask for its parts with PartsOf and render View.Parts.Main, or add the kind to KeptRecords with the reason.");
            return;
        }

        foreach (var audience in Audiences(composer))
        {
            var word = $"walnut{house.Next()}";
            var done = await visitor.Submit(composer, ("audience", audience), ("body", $"Says **{word}**."));
            if (done.Status != HttpStatusCode.SeeOther || done.Leads.Split('#')[0] != address)
                violations.Add($"{what} answers the comment of {role} for {audience} with {done.Status} {done.Leads}{Words(done)}.");
            else if (!Says(await visitor.Open(address), word))
                violations.Add($"{what} does not show {role} what he wrote for {audience}.");
            var refused = await visitor.Submit(composer, ("audience", audience), ("body", TooLong));
            if (refused.Status != HttpStatusCode.UnprocessableEntity || Composer(refused) is not { } again)
                violations.Add($"{what} answers a comment that is too long with {refused.Status}, without its composer.");
            else if (again.QuerySelector("textarea")!.TextContent != TooLong || again.QuerySelector("#f-body-error") is null || !Checked(again).Contains(audience) || refused.Document.QuerySelector("h1")?.TextContent != page.Document.QuerySelector("h1")?.TextContent)
                violations.Add($"{what} loses what {role} typed for {audience}, or does not say what is wrong with it.");
        }
    }

    /// <summary>Whoever sees his own only reads what is for him, and writes for everybody or not at all.</summary>
    async Task Read(KindDeclaration kind)
    {
        var reader = house.Larkspur.Members[Roles.User];
        var key = await new Sampler(house, house.Larkspur, reader).Key(kind.Type);
        if (!await house.Sees(reader, kind, await Id(key)))
            return;
        var (staff, visitor) = (await Visitor.SignIn(house, house.Larkspur.Owner), await Visitor.SignIn(house, reader));
        var address = kind.Address(house.Larkspur.Organization.Slug, key);
        if (Composer(await staff.Open(address)) is not { } composer)
            return;
        Dictionary<string, string> said = new(StringComparer.Ordinal);
        foreach (var audience in Audiences(composer))
            await staff.Submit(composer, ("audience", audience), ("body", said[audience] = $"hazel{house.Next()}"));
        foreach (var path in new[] { address, $"/{house.Larkspur.Organization.Slug}/entities/{key}/comments", $"/{house.Larkspur.Organization.Slug}/entities/{key}/timeline" })
        {
            var page = await visitor.Open(path);
            if (page.Document.Body!.TextContent.Contains(said["internal"], StringComparison.Ordinal))
                violations.Add($"{path} shows somebody who only sees his own {kind.Name} what staff wrote for staff.");
            if (path == address && said.TryGetValue("requester", out var told) && !Says(page, told))
                violations.Add($"{path} does not show what staff wrote for everybody who sees this {kind.Name}.");
            if (path == address && said.ContainsKey("requester") != (Composer(page) is not null))
                violations.Add($"{path} {(Composer(page) is null ? "has no composer for" : "has a composer for")} somebody who only sees his own {kind.Name}, and staff {(said.ContainsKey("requester") ? "write for" : "do not write for")} him.");
        }

        if (Composer(await visitor.Open(address)) is { } his && Audiences(his) is not ["requester"])
            violations.Add($"{address} offers somebody who only sees his own {kind.Name} internal notes.");
    }

    static IHtmlFormElement? Composer(Visitor.Answer page) => page.Document.QuerySelector<IHtmlFormElement>("form.composer");

    static bool Says(Visitor.Answer page, string word) => page.Document.QuerySelectorAll(".msg").Any(message => message.TextContent.Contains(word, StringComparison.Ordinal));

    static IReadOnlyList<string> Audiences(IHtmlFormElement composer) => [.. composer.QuerySelectorAll<IHtmlInputElement>("[name=audience]").Select(input => input.Value)];

    static IEnumerable<string> Checked(IHtmlFormElement composer) => composer.QuerySelectorAll<IHtmlInputElement>("[name=audience]").Where(input => input.Type == "hidden" || input.HasAttribute("checked")).Select(input => input.Value);

    static string Words(Visitor.Answer page) => page.Document.QuerySelector("[role=alert], main p")?.TextContent is { } words ? ": " + words.Trim() : "";

    Task<Guid> Id(string key) => house.One<Guid>("select id from entity where organization_id = $1 and key = $2", house.Larkspur.Organization.Id, key);
}
