using System.Net;
using Helios.Core.Directory.People.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Kernel.Secrets;
using Helios.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Identity;

/// <summary>A Helios that is set up for Larkspur, as one does it in a browser, with its owner signed in.</summary>
public sealed class Larkspur : IAsyncLifetime
{
    public const string Mail = "amara@larkspur.example";
    public const string Password = "nine quiet herons";

    WebHouse? house;
    Browser? owner;

    /// <summary>Modules besides those of every house.</summary>
    public IReadOnlyList<Module> Further { get; init; } = [];

    /// <summary>What it knows of its backups; nothing, as a rule.</summary>
    public BackupWatch? Backups { get; init; }

    public WebHouse House => house!;

    /// <summary>The browser of the owner, Amara Osei (U-1).</summary>
    public Browser Owner => owner!;

    public async ValueTask InitializeAsync()
    {
        house = await WebHouse.Start(Backups, Further);
        owner = house.NewBrowser();
        await SetUp(house, owner);
    }

    public async ValueTask DisposeAsync()
    {
        if (house is not null)
            await house.DisposeAsync();
    }

    /// <summary>The set-up journey.</summary>
    public static async Task SetUp(WebHouse house, Browser browser) => await SetUp((await house.SetupLink())!, browser, house.Key);

    /// <summary>The set-up journey from its link.</summary>
    public static async Task SetUp(string link, Browser browser, RootKey key)
    {
        var page = await browser.Open(link);
        var done = await browser.Submit(page, link, ("organization", "Larkspur Labs"), ("slug", "larkspur"), ("name", "Amara Osei"), ("mail", Mail), ("password", Password));
        Assert.Equal("/larkspur/recovery-copy", done.Leads);
        await browser.Submit(await browser.Open(done.Leads!), "/larkspur/recovery-copy");
        var end = await browser.Submit(await browser.Open("/larkspur/recovery-copy/proof"), "/larkspur/recovery-copy/proof", ("words", string.Join(' ', RecoveryCopy.Words(key))));
        Assert.Equal("/larkspur", end.Leads);
    }

    /// <summary>Signs in by mail address and password.</summary>
    public static async Task<BrowserPage> SignIn(Browser browser, string mail, string password, string back = "")
    {
        var page = await browser.Open("/sign-in" + (back.Length > 0 ? "?return=" + Uri.EscapeDataString(back) : ""));
        return await browser.Submit(page, "/sign-in", ("mail", mail), ("password", password));
    }

    /// <summary>A new person of the directory; gives the key.</summary>
    public async Task<string> Person(string name, string? mail = null)
    {
        var row = await House.One<Guid>("select id from platform.organization where slug = 'larkspur'");
        var scope = new Scope(new OrganizationScope(row, "larkspur", "Larkspur Labs"), Actor.System, Door.Start, "test");
        var outcome = await House.Services.GetRequiredService<CommandPipeline>().Run(new CreateUser { Name = name, Mail = mail }, scope);
        return outcome.Expect().Key;
    }

    /// <summary>The one-time link for a person, as the owner makes it on the person's page.</summary>
    public async Task<string> Invite(string key, string role)
    {
        var page = await Owner.Submit(await Owner.Open($"/larkspur/people/{key}/account"), $"/larkspur/people/{key}/account/invite", ("role", role));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return new Uri(page.Document.QuerySelector("#link")!.TextContent).AbsolutePath;
    }

    /// <summary>A new person who joined: the key and the signed-in browser.</summary>
    public async Task<(string Key, Browser Browser)> Joined(string name, string mail, string role)
    {
        var key = await Person(name, mail);
        var link = await Invite(key, role);
        var browser = House.NewBrowser("192.0.2.9");
        var done = await browser.Submit(await browser.Open(link), link, ("mail", mail), ("password", Password));
        Assert.Equal("/larkspur", done.Leads);
        return (key, browser);
    }

    /// <summary>A new access token of whoever sits at the browser.</summary>
    public static async Task<string> Token(Browser browser, string name = "test")
    {
        var made = await browser.Submit(await browser.Open("/larkspur/account/tokens"), "/larkspur/account/tokens", ("name", name), ("days", "90"));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        return made.Document.QuerySelector("#token")!.TextContent;
    }

    /// <summary>Asks the API; with a body it posts.</summary>
    public Task<BrowserPage> Api(string path, string? token, string? organization = null, string? json = null)
    {
        var request = new HttpRequestMessage(json is null ? HttpMethod.Get : HttpMethod.Post, "/api/v1" + path);
        if (json is not null)
            request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.Add("Authorization", "Bearer " + token);
        if (organization is not null)
            request.Headers.Add("Helios-Organization", organization);
        return House.NewBrowser().Send(request);
    }
}
