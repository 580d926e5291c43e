using System.Net;
using Helios.Kernel.Entities;
using Helios.Tests.Growing.Guests;
using Helios.Web.Pages;

namespace Helios.Tests.Growing;

/// <summary>The page of each kind shows what modules add to it: panels in both places, buttons and tabs.</summary>
sealed class PartRules(GrowingHouse house)
{
    public async Task<List<string>> Violations()
    {
        await house.SwitchModulesOn();
        List<string> violations = [];
        var visitor = await Visitor.SignIn(house, house.Larkspur.Owner);
        foreach (var kind in KeptRecords.Of(house.Registry))
            violations.AddRange(await LeftOut(visitor, kind));
        return violations;
    }

    async Task<IEnumerable<string>> LeftOut(Visitor visitor, KindDeclaration kind)
    {
        var key = await new Sampler(house, house.Larkspur, house.Larkspur.Owner).Key(kind.Type);
        var page = await visitor.Open(kind.Address(house.Larkspur.Organization.Slug, key));
        if (page.Status != HttpStatusCode.OK)
            return [$"The page of the {kind.Name} {key} answers {page.Status}."];
        var links = page.Document.QuerySelectorAll("main a").Select(link => link.TextContent.Trim()).ToHashSet(StringComparer.Ordinal);
        var parts = Enum.GetValues<PanelPlace>().Select(place => (Name: place.ToString(), IsThere: page.Document.QuerySelector(GuestFeature.Marker(place)) is not null))
            .Append((Name: "Actions", IsThere: links.Contains(GuestFeature.Act)))
            .Append((Name: "Tabs", IsThere: links.Contains(GuestFeature.Tab)));
        return parts.Where(part => !part.IsThere).Select(part => $"The page of the {kind.Name} {key} leaves out View.Parts.{part.Name}, so nothing that a module adds there is seen. Render it, or add the kind to KeptRecords with the reason.");
    }
}
