using System.Security.Cryptography;
using Helios.Core.Organizations;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Web.Rest;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Helios.Core.Identity.Tokens;

/// <summary>Finds out from a personal access token for whom an API request runs, with one statement.</summary>
public sealed class TokenScopes(NpgsqlDataSource database, Registry registry, Peppers peppers, OrganizationProfiles profiles, TimeProvider time) : ITokenScopes
{
    const string Scheme = "Bearer ";

    const string Sql =
        """
        with used as (
          update platform.access_token set last_used_at = $2
          where handle = $1 and hash = $3 and revoked_at is null and (last_used_at is null or last_used_at < $2 - interval '1 minute'))
        select t.hash, a.id, a.name, m.role, m.user_id, o.id, o.slug, o.name, o.zone,
          array(select w.module from platform.module_switch w where w.organization_id = o.id and not w.is_on),
          o.profile_stamp
        from platform.access_token t
        join platform.account a on a.id = t.account_id
        join platform.organization o on o.id = t.organization_id
        join platform.membership m on m.account_id = a.id and m.organization_id = o.id and m.disabled_at is null
        where t.handle = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2)
        """;

    public async ValueTask<Outcome<Scope>> Find(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header[Scheme.Length..].Trim() is var text && !TokenText.IsWellFormed(text))
            return Problem.Unauthenticated();

        if (await Read(text, http) is not { } known || !IsMeant(http.Request, known.Scope.Organization!))
            return Problem.Unauthenticated();
        return known.Scope with { Organization = await profiles.With(known.Scope.Organization!, known.Stamp, http.RequestAborted) };
    }

    /// <summary>Who has the token, and the stamp of his organization's profile; null for nobody.</summary>
    /// <remarks>The reader ends here and once: its connection goes back to the pool with it, and ending it again would end the reader of whoever has it next.</remarks>
    async Task<(Scope Scope, Guid? Stamp)?> Read(string text, HttpContext http)
    {
        var hash = peppers.Token(text);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = TokenText.HandleOf(text) });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        command.Parameters.Add(new() { Value = hash });
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        var isKnown = await row.ReadAsync(http.RequestAborted);
        var expected = isKnown ? await row.GetFieldValueAsync<byte[]>(0, http.RequestAborted) : new byte[hash.Length];
        if (!CryptographicOperations.FixedTimeEquals(expected, hash) || !isKnown)
            return null;
        return (ScopeOf(row, TokenText.HandleOf(text), http.TraceIdentifier), await row.IsDBNullAsync(10, http.RequestAborted) ? null : row.GetGuid(10));
    }

    /// <summary>A token belongs to one organization; a request that names another one is not for it.</summary>
    static bool IsMeant(HttpRequest request, OrganizationScope organization) =>
        request.Headers["Helios-Organization"].ToString() is var named
        && (named.Length == 0 || named == organization.Slug || named == organization.Id.ToString());

    Scope ScopeOf(NpgsqlDataReader row, string handle, string request)
    {
        var role = row.GetString(3);
        var actor = new Actor(ActorKind.Token, row.GetString(2), role, registry.PermissionsOf(role))
        {
            AccountId = row.GetGuid(1),
            UserId = row.GetGuid(4),
            CredentialId = handle,
        };
        var organization = new OrganizationScope(row.GetGuid(5), row.GetString(6), row.GetString(7))
        {
            Zone = Zones.Find(row.GetString(8)),
            ModulesOff = row.GetFieldValue<string[]>(9).ToHashSet(StringComparer.Ordinal),
        };
        return new Scope(organization, actor, Door.Rest, request);
    }
}
