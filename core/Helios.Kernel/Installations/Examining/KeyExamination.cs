using System.Globalization;
using System.Security.Cryptography;
using Helios.Kernel.Data;
using Helios.Kernel.Secrets;
using Npgsql;

namespace Helios.Kernel.Installations.Examining;

/// <summary>The keys below the root key: whether each opens, whether a rotation was cut off, whether the recovery copy is proven.</summary>
sealed class KeyExamination(string owner, RootKeyPlace place, RootKey root)
{
    const string Restore = "Restore the table from a backup of the time when it was whole; what is sealed with this key cannot be opened until then.";

    public async Task All(List<Finding> findings, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        var (whole, faults) = await Open(connection, stop);
        findings.AddRange(faults);
        if (faults.Count == 0)
            findings.Add(new Finding(string.Create(CultureInfo.InvariantCulture, $"Every key below it opens ({whole:N0}).")));
        if (File.Exists(new RootKeyFiles(place, static _ => { }).Next(root.Id)))
            findings.Add(new Finding("A rotation of the root key was cut off.", "Run it again with Helios stopped: ./helios secrets rotate-root"));
        if (await IsUnproven(connection, stop))
            findings.Add(new Finding($"Nobody has proven that the recovery copy of {root.Id} is kept.", "Sign in as an owner: Home leads to it. Without the copy and the key file nothing sealed can be read."));
    }

    async Task<(int Whole, List<Finding> Faults)> Open(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var batch = connection.CreateBatch();
        batch.Then("select k.sealed, o.slug, k.purpose, k.version, k.organization_id from organization_key k join platform.organization o on o.id = k.organization_id where k.sealed is not null order by 2, 3, 4")
            .Then("select sealed, name from platform.kept_key order by name");
        await using var row = await batch.ExecuteReaderAsync(stop);
        var whole = 0;
        List<Finding> faults = [];
        while (await row.ReadAsync(stop))
            whole += Opens(OrganizationKeys.Sealing, row.Bytes(0), OrganizationKeys.Context(row.GetGuid(4), row.GetString(2), row.GetInt32(3)), $"The key {row.GetString(2)} of {row.GetString(1)}, version {row.GetInt32(3)},", faults);
        await row.NextResultAsync(stop);
        while (await row.ReadAsync(stop))
            whole += Opens(KeptKeys.Sealing, row.Bytes(0), [row.GetString(1)], $"The kept key {row.GetString(1)}", faults);
        return (whole, faults);
    }

    int Opens(string purpose, byte[] envelope, IReadOnlyList<string> context, string what, List<Finding> faults)
    {
        try
        {
            CryptographicOperations.ZeroMemory(root.Open(purpose, envelope, context));
            return 1;
        }
        catch (CryptographicException e)
        {
            faults.Add(new Finding($"{what} does not open: {e.Message}", Restore));
            return 0;
        }
    }

    static async Task<bool> IsUnproven(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand(
            "select exists (select from platform.root_key where state = 'active' and recovery_saved_at is null) and exists (select from platform.organization)", connection);
        return await ask.ExecuteScalarAsync(stop) is true;
    }
}
