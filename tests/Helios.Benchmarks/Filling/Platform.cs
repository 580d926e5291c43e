using Helios.Core.Identity;
using Helios.Kernel.Scopes;
using Npgsql;

namespace Helios.Benchmarks.Filling;

/// <summary>What stands before every organization: the organizations themselves, accounts, the end of set-up, the counters of keys.</summary>
sealed class Platform(Owner owner)
{
    public const string OwnerMail = "owner@larkspur.example";
    public const string Password = "orchard lantern seventeen";

    public async Task Organizations(IReadOnlyList<Tenant> tenants, CancellationToken stop)
    {
        await using var connection = await owner.Open(stop);
        foreach (var tenant in tenants)
        {
            await Do(connection, "insert into platform.organization (id, slug, name, zone, created_at) values ($1, $2, $3, 'UTC', now())", stop, tenant.Id, tenant.Slug, $"Organization {tenant.Slug}");
            await Do(connection, "insert into key_counter (organization_id, kind, next) values ($1, 'user', $2), ($1, 'ticket', $3)", stop, tenant.Id, tenant.People.Count + 1L, tenant.Tickets + 1L);
        }
    }

    /// <summary>The owner and the staff of the measured organization get accounts, all with one password.</summary>
    public async Task Accounts(Tenant tenant, CancellationToken stop)
    {
        var hash = new Passwords().Hash(Password);
        await using var connection = await owner.Open(stop);
        await Do(connection, "update platform.installation set set_up_at = now()", stop);
        await Do(connection, "update platform.root_key set recovery_saved_at = now()", stop);
        foreach (var person in tenant.People.Where(person => person.IsStaff))
        {
            var account = Guid.CreateVersion7();
            var isOwner = person.Number == 1;
            await Do(
                connection,
                "insert into platform.account (id, mail, mail_key, name, password_hash, password_changed_at, created_at) values ($1, $2, $2, $3, $4, now(), now())",
                stop, account, isOwner ? OwnerMail : person.Mail, person.Name, hash);
            await Do(
                connection,
                "insert into platform.membership (account_id, organization_id, user_id, role, created_at) values ($1, $2, $3, $4, now())",
                stop, account, tenant.Id, person.Id, isOwner ? Roles.Owner : Roles.ItStaff);
        }
    }

    static async Task Do(NpgsqlConnection connection, string sql, CancellationToken stop, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(stop);
    }
}
