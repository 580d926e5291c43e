using System.Net;
using AngleSharp.Dom;
using Helios.Kernel.Entities;
using Helios.Web.Pages;

namespace Helios.Tests.Growing;

/// <summary>The page of every kind can be shown in the panel beside another page, without a line of its own.</summary>
sealed class PeekRules(GrowingHouse house)
{
    /// <summary>What would act in a page that is to be read, or belongs to a page of its own.</summary>
    const string NotInPanel = "form, button, input, select, textarea, dialog, [popover], h1, main, .crumbs, reply-composer, command-palette, hotkey-map, meta, title";

    /// <summary>What is wrong with the peek of each kind.</summary>
    public async Task<List<string>> Violations()
    {
        List<string> violations = [];
        await house.SwitchModulesOn();
        var owner = await Owner();
        foreach (var kind in house.Registry.Kinds)
            violations.AddRange((await Of(kind, owner)).Select(wrong => $"The peek of {kind.Page}: {wrong}"));
        return violations;
    }

    /// <summary>What a key answers that is not there.</summary>
    public async Task<Visitor.Answer> Missing()
    {
        await house.SwitchModulesOn();
        return await (await Owner()).PeekAt(Address("/desk/tickets/T-999999"));
    }

    async Task<List<string>> Of(KindDeclaration kind, Visitor owner)
    {
        var made = await house.Makers.Make(new Sampler(house, house.Larkspur, house.Larkspur.Owner), kind);
        var address = kind.Address(house.Larkspur.Organization.Slug, made.Key!);
        var events = await Events();
        var whole = await owner.Open(address);
        var peek = await owner.PeekAt(address);
        List<string> wrong = [];
        if ((whole.Status, peek.Status) != (HttpStatusCode.OK, HttpStatusCode.OK))
            return [$"it answers {peek.Status}, and the page {whole.Status}."];
        if (!peek.Vary.Contains(Peek.Header, StringComparison.OrdinalIgnoreCase))
            wrong.Add("its answer does not say that it varies by Turbo-Frame, so a cache could give one for the other.");
        if (await Events() != events)
            wrong.Add("looking at it is an event. A GET changes nothing.");
        var body = peek.Document.Body!;
        if (body.Children is not [{ LocalName: "turbo-frame" } frame] || frame.Id != Peek.Frame || frame.GetAttribute("target") != "_top")
            return [.. wrong, "it is not the one frame of the panel. The page has to render an AppShell."];
        if (frame.QuerySelector("h2.title")?.TextContent.Trim() is not { Length: > 0 } title || !frame.TextContent.Replace(title, "", StringComparison.Ordinal).Any(char.IsLetterOrDigit))
            wrong.Add("it shows no title, or nothing besides. What stands in a form only has to be shown where Shell.IsPeek.");
        wrong.AddRange(frame.QuerySelectorAll(NotInPanel).Select(element => $"{Start(element)} has no place there. Use PostForm, Button, Menu, Dialog, which leave themselves out, or ask Shell.IsPeek (request.IsPeek in a panel)."));
        wrong.AddRange(frame.QuerySelectorAll(".card, details").Where(card => !card.Children.Any(part => !part.Matches("header, summary, h2") && HasContent(part))).Select(card => $"{Start(card)} is empty there. Leave it out where Shell.IsPeek."));
        if (peek.Html.Length >= whole.Html.Length)
            wrong.Add($"it has {peek.Html.Length:N0} characters, and the page {whole.Html.Length:N0}.");
        return wrong;
    }

    static bool HasContent(IElement element) => element.TextContent.Any(letter => !char.IsWhiteSpace(letter)) || element.QuerySelector("img, svg, progress") is not null;

    static string Start(IElement element) => element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)];

    string Address(string path) => "/" + house.Larkspur.Organization.Slug + path;

    Task<Visitor> Owner() => Visitor.SignIn(house, house.Larkspur.Owner);

    Task<long> Events() => house.One<long>("select count(*) from event");
}
