using System.Net;
using Helios.Core.Directory.People.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Search;

/// <summary>Short links to whatever has a key.</summary>
public sealed class ShortLinkTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Theory]
    [InlineData("/larkspur/go/U-1", "/larkspur/people/U-1")]
    [InlineData("/larkspur/go/u1", "/larkspur/people/U-1")]
    [InlineData("/larkspur/go/T-1042", "/larkspur/desk/tickets/T-1042")]
    [InlineData("/T/T-1042", "/larkspur/go/T-1042")]
    [InlineData("/t/1042", "/larkspur/go/T-1042")]
    public async Task A_key_leads_to_its_page(string link, string page) => Assert.Equal(page, (await larkspur.Owner.Open(link)).Leads);

    [Theory]
    [InlineData("/larkspur/go/ZZ-1")]
    [InlineData("/larkspur/go/1042")]
    [InlineData("/larkspur/go/T-1042x")]
    [InlineData("/T/U-1")]
    [InlineData("/ZZ/1")]
    public async Task What_is_no_key_leads_nowhere(string link) => Assert.Equal(HttpStatusCode.NotFound, (await larkspur.Owner.Open(link)).Status);

    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_first()
    {
        var stranger = larkspur.House.NewBrowser();
        Assert.Equal("/sign-in?return=%2FT%2FT-1042", (await stranger.Open("/T/T-1042")).Leads);
        Assert.Equal("/sign-in?return=%2Flarkspur%2Fgo%2FT-1042", (await stranger.Open("/larkspur/go/T-1042")).Leads);
    }

    [Fact]
    public async Task With_several_organizations_the_page_of_the_link_decides_or_the_person()
    {
        var (_, browser) = await larkspur.Joined("Priya Nair", "priya@larkspur.example", "it_staff");
        await JoinAster("priya@larkspur.example");
        var choice = await browser.Open("/T/T-7");
        Assert.Equal(["/aster/go/T-7", "/larkspur/go/T-7"], choice.Document.QuerySelectorAll("a.cover").Select(link => link.GetAttribute("href")));
        Assert.Equal("/larkspur/go/T-7", await LeadsFrom(browser, "http://localhost/larkspur/people"));
        Assert.Null(await LeadsFrom(browser, "http://elsewhere.example/larkspur"));
    }

    async Task JoinAster(string mail)
    {
        var aster = new OrganizationScope(Guid.CreateVersion7(), "aster", "Aster");
        await larkspur.House.Sql("insert into platform.organization (id, slug, name, created_at) values ($1, 'aster', 'Aster', now())", aster.Id);
        var made = await larkspur.House.Services.GetRequiredService<CommandPipeline>()
            .Run(new CreateUser { Name = "Priya Nair", Mail = mail }, new Scope(aster, Actor.System, Door.Start, "test"));
        await larkspur.House.Sql(
            "insert into platform.membership (organization_id, account_id, role, user_id, created_at) select $1, id, 'user', $2, now() from platform.account where mail = $3",
            aster.Id, made.Expect().Id, mail);
    }

    static async Task<string?> LeadsFrom(Browser browser, string page)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/T/T-7");
        request.Headers.Referrer = new Uri(page);
        return (await browser.Send(request)).Leads;
    }
}
