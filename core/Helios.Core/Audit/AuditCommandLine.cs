using System.Diagnostics;
using System.Globalization;
using Helios.Kernel.Events;
using Helios.Kernel.Installations;
using Helios.Kernel.Secrets;
using Npgsql;

namespace Helios.Core.Audit;

/// <summary>What <c>audit verify</c> and <c>audit export</c> do.</summary>
public static class AuditCommandLine
{
    /// <summary>Walks every chain of a database and writes one finding in plain words.</summary>
    /// <param name="connectionString">The database, as its owner or as the server's role.</param>
    /// <param name="output">Where the words go.</param>
    /// <param name="stop">Ends the walk.</param>
    /// <param name="against">An older export that the database is held against, or null.</param>
    /// <returns>0 when the chains are whole, 1 at a broken link.</returns>
    public static async Task<int> Verify(string connectionString, TextWriter output, CancellationToken stop, string? against = null)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var started = Stopwatch.GetTimestamp();
        var report = await new ChainVerifier(database, TimeProvider.System).Verify(slug: null, stop);
        foreach (var line in Lines(report, Stopwatch.GetElapsedTime(started)))
            await output.WriteLineAsync(line.AsMemory(), stop);
        if (!report.IsWhole || against is null)
            return report.IsWhole ? 0 : 1;
        return await Held(await Contradiction(database, await Read(against, stop), stop), against, output);
    }

    /// <summary>Verifies an export from its file alone, and holds it against an older one.</summary>
    /// <param name="file">The export.</param>
    /// <param name="against">An older export of the same organization, or null.</param>
    /// <param name="output">Where the words go.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>0 when it holds, 1 where it does not.</returns>
    public static async Task<int> VerifyFile(string file, string? against, TextWriter output, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        var export = new ExportVerifier();
        var report = await Read(file, export, stop);
        foreach (var line in Lines(report, Stopwatch.GetElapsedTime(started)))
            await output.WriteLineAsync(line.AsMemory(), stop);
        if (!report.IsWhole)
            return 1;
        await output.WriteLineAsync($"Signed by: {string.Join(", ", export.KeyNames)}. Compare it with the name that you noted.");
        return against is null ? 0 : await Held(export.Contradicts(await Read(against, stop)), against, output);
    }

    /// <summary>Writes the chain of an organization into a file, signed to its end.</summary>
    /// <param name="database">The database.</param>
    /// <param name="root">The root key, under which the signing key lies.</param>
    /// <param name="slug">The organization; null where there is one only.</param>
    /// <param name="file">The file, which must not be there yet.</param>
    /// <param name="output">Where the words go.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<int> Export(DatabaseConnections database, RootKey root, string? slug, string file, TextWriter output, CancellationToken stop)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner);
        var organization = await Organization(source, slug, stop);
        var end = await new AuditSigner(new KeptKeys(source, root, TimeProvider.System), source, TimeProvider.System).Sign(organization.Id, stop);
        try
        {
            await using var written = new FileStream(file, FileMode.CreateNew);
            var events = await new ChainExport(source, TimeProvider.System).Write(organization, end, written, stop);
            await output.WriteLineAsync(Text($"{events:N0} events of {organization.Slug} are in {file}. Verify it anywhere: ./helios audit verify {file}"));
            return 0;
        }
        catch (IOException e)
        {
            throw new InstallationException($"The export cannot be written to {file}: {e.Message}", "Name another file.", e);
        }
    }

    static async Task<(Guid Id, string Slug, string Name)> Organization(NpgsqlDataSource source, string? slug, CancellationToken stop)
    {
        await using var command = source.CreateCommand("select id, slug, name from platform.organization where $1::text is null or slug = $1 order by slug limit 2");
        command.Parameters.Add(new() { Value = (object?)slug ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var row = await command.ExecuteReaderAsync(stop);
        if (!await row.ReadAsync(stop))
            throw new InstallationException(slug is null ? "There is no organization yet." : $"There is no organization {slug}.", "Name one by its address, such as --organization larkspur.");
        var found = (row.GetGuid(0), row.GetString(1), row.GetString(2));
        if (await row.ReadAsync(stop))
            throw new InstallationException("There are several organizations.", "Name one by its address, such as --organization larkspur.");
        return found;
    }

    /// <summary>What of an older export is not in the database, or null.</summary>
    static async Task<string?> Contradiction(NpgsqlDataSource database, ExportVerifier older, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var ask = new NpgsqlCommand(
            "select s.hash from (select set_config('helios.organization', $1, true)) scope, event_seal s where s.organization_id = $2 and s.seq = $3", connection)
        {
            Parameters = { new() { Value = older.Organization.ToString() }, new() { Value = older.Organization }, new() { Value = older.End.Seq } },
        };
        if (older.End.Seq == 0)
            return null;
        return await ask.ExecuteScalarAsync(stop) switch
        {
            byte[] hash when hash.AsSpan().SequenceEqual(older.End.Hash) => null,
            byte[] => $"Link {older.End.Seq} is another one than in the export: the chain was written anew since.",
            _ => $"The end of the chain is missing: the export has {older.End.Seq} links.",
        };
    }

    static async Task<int> Held(string? contradiction, string against, TextWriter output)
    {
        await output.WriteLineAsync(contradiction is null ? $"It goes on where {against} ended." : $"It contradicts {against}.\n{contradiction}");
        return contradiction is null ? 0 : 1;
    }

    /// <summary>An export that must be whole itself.</summary>
    static async Task<ExportVerifier> Read(string file, CancellationToken stop)
    {
        var export = new ExportVerifier();
        var report = await Read(file, export, stop);
        return report.IsWhole ? export : throw new InstallationException($"The export {file} is not whole itself. {report.Broken!.Wrong}", "Take another export.");
    }

    static async Task<ChainReport> Read(string file, ExportVerifier export, CancellationToken stop)
    {
        try
        {
            using var lines = new StreamReader(file);
            return await export.Verify(lines, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The export {file} cannot be read: {e.Message}", "Name the file that audit export or the audit page wrote.", e);
        }
    }

    static IEnumerable<string> Lines(ChainReport report, TimeSpan took)
    {
        if (report.Broken is { } broken)
        {
            yield return Text($"The audit chain is broken in {broken.Organization}.");
            yield return Text($"Link:  {Known(broken.Seq)}");
            yield return Text($"Event: {Known(broken.EventId)}, about {broken.Key ?? "unknown"}");
            yield return broken.Wrong;
            yield return "Keep a copy of the database as it is, and compare it with a backup from before this event.";
            yield break;
        }

        yield return Text($"The audit chain is whole: {report.Events:N0} events of {report.Organizations:N0} organizations ({took.TotalSeconds:N1} s).");
        if (report.Checkpoints > 0)
            yield return Text($"{report.Checkpoints:N0} signed checkpoints hold.");
        if (report.Erased > 0)
            yield return Text($"Values were erased from {report.Erased:N0} of them; their links hold.");
        if (report.Waiting.Count > 0)
            yield return Text($"Not sealed yet: {report.Waiting.Count:N0} events.");
        if (report.Waiting.Oldest is { } oldest)
            yield return Text($"Event {oldest.EventId} of {oldest.Organization} has waited since {oldest.Since:yyyy-MM-dd HH:mm:ss}Z. Start Helios: it seals within a second.");
    }

    static string Known<T>(T? value)
        where T : struct => value is { } known ? Text($"{known}") : "unknown";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
