using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Helios.Core.Bulk.Commands;
using Helios.Core.Secrets;
using Helios.Core.Secrets.Commands;
using Helios.Core.Secrets.Queries;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Secrets;

/// <summary>The organization's secrets in the database and over the API: sealed, bound to their row, readable through every rotation.</summary>
public sealed class SecretStoreTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    WebHouse House => larkspur.House;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_api_creates_lists_replaces_and_reveals_and_no_answer_of_a_reveal_is_kept()
    {
        var token = await Larkspur.Token(larkspur.Owner);
        using var made = await Send(token, HttpMethod.Post, "/secrets", """{"name":"Status page","value":"status-4711"}""", "create-1");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var key = (string)(await Json(made))["key"]!;

        using var listed = await Send(token, HttpMethod.Get, "/secrets");
        Assert.DoesNotContain("4711", await listed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using (var replaced = await Send(token, HttpMethod.Put, $"/secrets/{key}/value", """{"value":"status-4712"}"""))
            Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        using (var unsaid = await Send(token, HttpMethod.Post, $"/secrets/{key}/reveal", """{"reason":"short"}"""))
            Assert.Equal(HttpStatusCode.BadRequest, unsaid.StatusCode);
        foreach (var _ in new[] { 1, 2 })
        {
            using var shown = await Send(token, HttpMethod.Post, $"/secrets/{key}/reveal", """{"reason":"Deployment of the status page"}""", "reveal-1");
            Assert.Equal("status-4712", (string)(await Json(shown))["value"]!);
            Assert.Equal("no-store", shown.Headers.CacheControl!.ToString());
        }

        Assert.Equal(0L, await House.One<long>("select count(*) from idempotency where key = 'reveal-1'"));
        Assert.Equal(2L, await House.One<long>("select count(*) from event where action = 'SecretRevealed' and key = $1", key));
        // A plain hash of what was sent could be guessed against.
        var plain = SHA256.HashData(Encoding.UTF8.GetBytes("""{"name":"Status page","value":"status-4711","description":null}"""));
        Assert.NotEqual(plain, await House.One<byte[]>("select request_hash from idempotency where key = 'create-1'"));
    }

    [Fact]
    public async Task A_value_that_was_moved_or_put_back_by_hand_does_not_open_and_no_look_is_recorded()
    {
        var owner = await Owner();
        var (one, other) = (await Create("One", "value of one", owner), await Create("Other", "value of other", owner));
        var before = await House.One<byte[]>("select sealed from organization_secret where id = $1", one.Id);
        await House.Sql("update organization_secret set sealed = (select sealed from organization_secret where id = $2) where id = $1", one.Id, other.Id);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Reveal(one, owner));

        await House.Sql("update organization_secret set sealed = $2 where id = $1", one.Id, before!);
        Assert.Equal("value of one", await Reveal(one, owner));
        (await Do(new ReplaceSecret(new EntityRef<OrganizationSecret>(one.Key), "newer value"), owner)).Expect();
        await House.Sql("update organization_secret set sealed = $2 where id = $1", one.Id, before!);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Reveal(one, owner));
        Assert.Equal(1L, await House.One<long>("select count(*) from event where action = 'SecretRevealed' and entity_id = $1", one.Id));
        // A rotation, which another test asks for, stops at a value that does not open.
        (await Do(new DeleteSecret(new EntityRef<OrganizationSecret>(one.Key)), owner)).Expect();
    }

    [Fact]
    public async Task A_rotation_seals_every_value_anew_while_they_are_read_and_lets_the_older_key_go()
    {
        var owner = await Owner();
        List<SecretChanged> made = [];
        for (var i = 0; i < 600; i++)
            made.Add(await Create($"Rotated {i}", $"value {i}", owner));
        var first = (await Ask(new ListSecretKeys(), owner)).Items[0].Version;

        var rotated = (await Do(new RotateSecretKey(), owner)).Expect();
        Assert.Equal(first + 1, rotated.Version);
        // Some are replaced at once: what a job that was cut off has done looks the same.
        for (var i = 0; i < 50; i++)
            (await Do(new ReplaceSecret(new EntityRef<OrganizationSecret>(made[i].Key), $"value {i}"), owner)).Expect();
        for (var i = 0; await IsAtWork(owner); i = (i + 7) % made.Count)
            Assert.Equal($"value {i}", await Reveal(made[i], owner));

        var keys = await Ask(new ListSecretKeys(), owner);
        Assert.Equal("done", keys.Rotation!.State);
        Assert.Equal(["active", "retired"], keys.Items.Take(2).Select(key => key.State));
        Assert.Equal(0L, await House.One<long>(
            "select count(*) from organization_secret where organization_id = $2 and sealed is not null and substring(sealed from 3 for 4) <> int4send($1)", rotated.Version, owner.Organization!.Id));
        Assert.Equal(0L, await House.One<long>("select count(*) from organization_key where state = 'retired' and sealed is not null"));
        foreach (var i in new[] { 0, 49, 50, 599 })
            Assert.Equal($"value {i}", await Reveal(made[i], owner));
        // Nobody's change: neither a version nor an event.
        Assert.Equal(1L, await House.One<long>("select version from organization_secret where id = $1", made[599].Id));
    }

    [Fact]
    public async Task What_has_to_do_with_a_secret_is_done_to_no_selection()
    {
        var owner = await Owner();
        var made = await Create("Single", "value of single", owner);
        foreach (var (command, input) in new[] { ("secrets.replace", new JsonObject { ["value"] = "bulk-value-4711" }), ("secrets.reveal", new JsonObject { ["reason"] = "The test wants it" }) })
            Assert.Equal("bulk.start.secret", (await Do(new StartBulk(command, "secret", input, [made.Key]), owner)).Problem!.Code);
    }

    [Fact]
    public async Task A_dry_run_shows_no_value_and_stores_none()
    {
        var owner = await Owner();
        var made = await Create("Dry", "value of dry", owner);
        var looked = await House.Services.GetRequiredService<CommandPipeline>().Run(
            new RevealSecret(new EntityRef<OrganizationSecret>(made.Key), "The test wants it"), owner, new CommandOptions { DryRun = true }, Stop);

        Assert.Equal("•••", looked.Expect().Value);
        Assert.Equal(0L, await House.One<long>("select count(*) from event where action = 'SecretRevealed' and entity_id = $1", made.Id));
    }

    [Fact]
    public async Task Organizations_have_keys_of_their_own()
    {
        var owner = await Owner();
        var mine = await Create("Ours", "value of ours", owner);
        var id = Guid.CreateVersion7();
        await House.Sql("insert into platform.organization (id, slug, name, created_at) values ($1, 'aster', 'Aster', now())", id);
        var stranger = owner with { Organization = new OrganizationScope(id, "aster", "Aster") };
        var theirs = await Create("Theirs", "value of theirs", stranger);

        Assert.Equal(ProblemKind.NotFound, (await Do(new RevealSecret(new EntityRef<OrganizationSecret>(mine.Id.ToString()), "I am curious"), stranger)).Problem!.Kind);
        Assert.Equal("value of theirs", await Reveal(theirs, stranger));
        Assert.Equal(1L, await House.One<long>("select count(*) from organization_key where organization_id = $1", id));
    }

    async Task<bool> IsAtWork(Scope owner) => (await Ask(new ListSecretKeys(), owner)).Rotation!.IsAtWork;

    async Task<SecretChanged> Create(string name, string value, Scope scope) => (await Do(new CreateSecret(name, value), scope)).Expect();

    async Task<string> Reveal(SecretChanged secret, Scope scope) => (await Do(new RevealSecret(new EntityRef<OrganizationSecret>(secret.Key), "The test wants it"), scope)).Expect().Value;

    Task<Outcome<T>> Do<T>(ICommand<T> command, Scope scope) => House.Services.GetRequiredService<CommandPipeline>().Run(command, scope, null, Stop);

    async Task<T> Ask<T>(IQuery<T> query, Scope scope) => (await House.Services.GetRequiredService<QueryPipeline>().Ask(query, scope, Stop)).Expect();

    async Task<Scope> Owner()
    {
        var id = await House.One<Guid>("select id from platform.organization where slug = 'larkspur'");
        var actor = new Actor(ActorKind.Account, "Amara Osei", Roles.Owner, House.Registry.PermissionsOf(Roles.Owner))
        {
            AccountId = await House.One<Guid>("select id from platform.account"),
            UserId = await House.One<Guid>("select user_id from platform.membership"),
        };
        return new Scope(new OrganizationScope(id, "larkspur", "Larkspur Labs"), actor, Door.Rest, "test");
    }

    async Task<HttpResponseMessage> Send(string token, HttpMethod method, string path, string? json = null, string? once = null)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (once is not null)
            request.Headers.Add("Idempotency-Key", once);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return (await House.NewBrowser().Send(request)).Response;
    }

    static async Task<JsonObject> Json(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!.AsObject();
}
