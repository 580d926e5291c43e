using System.Net;
using Helios.Kernel.Entities;
using Helios.Tests.Fixtures;

namespace Helios.Tests.Growing;

/// <summary>The page of every kind asks the database for each thing once, however many panels stand on it.</summary>
sealed class PageCostRules(GrowingHouse house)
{
    /// <summary>The server's keys for forms are read once in its life, by whichever request comes first.</summary>
    const string OfTheServer = "data_protection_key";

    /// <summary>What the page of each kind asks twice.</summary>
    public async Task<List<string>> Violations()
    {
        List<string> violations = [];
        await house.SwitchModulesOn();
        var owner = await Visitor.SignIn(house, house.Larkspur.Owner);
        foreach (var kind in house.Registry.Kinds)
            violations.AddRange(await Of(kind, owner));
        return violations;
    }

    async Task<IEnumerable<string>> Of(KindDeclaration kind, Visitor owner)
    {
        var made = await house.Makers.Make(new Sampler(house, house.Larkspur, house.Larkspur.Owner), kind);
        var address = kind.Address(house.Larkspur.Organization.Slug, made.Key!);
        using var statements = new StatementCount();
        Visitor.Answer? page = null;
        var asked = await statements.Texts(async () => page = await owner.Open(address));
        if (page!.Status != HttpStatusCode.OK)
            return [$"{kind.Page} answers {page.Status}."];
        return asked.Where(text => !text.Contains(OfTheServer, StringComparison.Ordinal)).CountBy(text => text, StringComparer.Ordinal).Where(text => text.Value > 1)
            .Select(text => $"{kind.Page} asks {text.Value} times: {text.Key}");
    }
}
