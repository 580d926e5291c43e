using System.Runtime.CompilerServices;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Files;
using Helios.Kernel.Installations.Embedded;
using Helios.Kernel.Secrets;
using Npgsql;

namespace Helios.Kernel.Installations.Examining;

/// <summary>The database and the root key. A private PostgreSQL that does not run is started for the time of the look.</summary>
sealed class DatabaseExamination(HeliosSettings settings, IReadOnlyList<MigrationSource> migrations, IReadOnlyList<FileUse> files, TimeProvider clock)
{
    public async IAsyncEnumerable<Finding> All([EnumeratorCancellation] CancellationToken stop)
    {
        if (settings.OwnServer is null && !EmbeddedPostgres.IsIn(settings.DataFolder))
        {
            yield return new Finding("There is no database yet; the first start makes it.");
            yield break;
        }

        List<Finding> findings = [];
        await Examine(findings, stop);
        foreach (var finding in findings)
            yield return finding;
    }

    async Task Examine(List<Finding> findings, CancellationToken stop)
    {
        try
        {
            await using var database = await ReachedDatabase.Of(settings, stop);
            await Look(database.Connections, findings, stop);
        }
        catch (InstallationException e)
        {
            findings.Add(new Finding(e.Message, e.Cure));
        }
    }

    async Task Look(DatabaseConnections database, List<Finding> findings, CancellationToken stop)
    {
        await DatabaseRules.Require(database, stop);
        findings.Add(new Finding($"The database answers, and row-level security binds the server's role {database.ServerRole}."));
        await using var owner = NpgsqlDataSource.Create(database.Owner);
        if (!await Migrations(owner, findings, stop))
            return;
        findings.Add(await new FileExamination(new FileStore(settings.FilesFolder), files).Look(owner, stop));
        var key = await new RootKeyStore(database.Owner, settings.RootKey, clock, static _ => { }).Find(stop);
        findings.Add(key is null
            ? new Finding("There is no root key yet; the next start makes it.")
            : new Finding($"The root key {key.Id} is at {settings.RootKey.For(key.Id)}."));
        if (key is not null)
            await new KeyExamination(database.Owner, settings.RootKey, key).All(findings, stop);
    }

    async Task<bool> Migrations(NpgsqlDataSource owner, List<Finding> findings, CancellationToken stop)
    {
        var pending = await Migrator.Pending(owner, migrations, stop);
        findings.Add(new Finding(pending.Count == 0 ? "The database is current." : $"The next start brings the database up to date ({string.Join(", ", pending)})."));
        return pending.Count == 0;
    }
}
