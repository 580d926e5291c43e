using Helios.Core.Identity.Accounts;
using Helios.Core.Organizations;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;
using Helios.Web.Scopes;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Helios.Core.Identity.Sessions;

/// <summary>Finds out from the session's cookie who asks, with one statement.</summary>
public sealed class SessionScopes(NpgsqlDataSource database, Registry registry, Peppers peppers, OneTimeLinks links, OrganizationProfiles profiles, TimeProvider time) : IScopeSource
{
    // The last use is written at most once a minute, in the same statement; on all other requests that part finds no row.
    const string Sql =
        """
        with seen as (
          update platform.session set last_seen_at = $3
          where token_hash = $1 and revoked_at is null and last_seen_at < $3 - interval '1 minute' and last_seen_at > $4 and expires_at > $3)
        select s.id, a.id, a.name, a.mail, a.appearance, o.id, o.slug, o.name, o.zone, m.role, m.user_id,
          array(select w.module from platform.module_switch w where w.organization_id = o.id and not w.is_on),
          array(select x.slug || ' ' || x.name from platform.membership y join platform.organization x on x.id = y.organization_id
                where y.account_id = a.id and y.disabled_at is null order by x.name, x.slug),
          coalesce(m.unread, 0), o.profile_stamp
        from platform.session s
        join platform.account a on a.id = s.account_id
        left join platform.organization o on o.slug = $2
        left join platform.membership m on m.account_id = a.id and m.organization_id = o.id and m.disabled_at is null
        where s.token_hash = $1 and s.revoked_at is null and s.last_seen_at > $4 and s.expires_at > $3
        """;

    public async ValueTask<Scope?> Find(HttpContext http, string organizationSlug) => await Read(http, organizationSlug) is { } found
        ? found.Scope with { Organization = await profiles.With(found.Scope.Organization!, found.Stamp, http.RequestAborted) }
        : null;

    public async ValueTask<Scope> FindOutside(HttpContext http)
    {
        var guest = await links.Guest(http.Request.RouteValues, http.RequestAborted);
        if (guest is null)
            await Read(http, slug: "");
        var actor = guest ?? (SignedIn.Of(http) is { } who ? Nowhere(who) : Actor.Anonymous);
        return new Scope(Organization: null, actor, Door.Page, http.TraceIdentifier);
    }

    static Actor Nowhere(SignedIn who) =>
        new(ActorKind.Account, who.Name, Roles.Guest, Actor.Anonymous.Permissions) { AccountId = who.Account, CredentialId = who.Session.ToString() };

    /// <summary>Who is signed in and belongs to the organization, and the stamp of its profile; null for nobody.</summary>
    /// <remarks>The reader ends here and once: its connection goes back to the pool with it, and ending it again would end the reader of whoever has it next.</remarks>
    async Task<(Scope Scope, Guid? Stamp)?> Read(HttpContext http, string slug)
    {
        if (SessionCookie.Read(http.Request) is not { } token)
            return null;
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = peppers.Session(token) });
        command.Parameters.Add(new() { Value = slug });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now - Session.Idle });
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        if (!await row.ReadAsync(http.RequestAborted))
            return null;
        var who = WhoOf(row);
        who.Keep(http);
        if (!await row.IsDBNullAsync(9, http.RequestAborted))
            return (ScopeOf(row, who, http.TraceIdentifier), await row.IsDBNullAsync(14, http.RequestAborted) ? null : row.GetGuid(14));
        http.Items[PageScopeMarks.IsSignedIn] = true;
        return null;
    }

    static SignedIn WhoOf(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), Look.Read(row.GetString(4)), row.GetInt32(13),
        [.. row.GetFieldValue<string[]>(12).Select(pair => pair.Split(' ', 2)).Select(pair => (pair[0], pair[1]))]);

    Scope ScopeOf(NpgsqlDataReader row, SignedIn who, string request)
    {
        var role = row.GetString(9);
        var organization = new OrganizationScope(row.GetGuid(5), row.GetString(6), row.GetString(7))
        {
            Zone = Zones.Find(row.GetString(8)),
            ModulesOff = row.GetFieldValue<string[]>(11).ToHashSet(StringComparer.Ordinal),
        };
        var actor = new Actor(ActorKind.Account, who.Name, role, registry.PermissionsOf(role))
        {
            AccountId = who.Account,
            UserId = row.GetGuid(10),
            CredentialId = who.Session.ToString(),
        };
        return new Scope(organization, actor, Door.Page, request);
    }
}
