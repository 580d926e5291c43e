using System.Globalization;
using System.Security.Cryptography;
using Helios.Kernel.Files;
using Npgsql;

namespace Helios.Kernel.Installations.Examining;

/// <summary>Reads every file that the database refers to and compares it with its hash.</summary>
sealed class FileExamination(FileStore store, IReadOnlyList<FileUse> uses)
{
    /// <summary>More of them fill the screen and help nobody.</summary>
    const int Named = 5;

    public async Task<Finding> Look(NpgsqlDataSource owner, CancellationToken stop)
    {
        var (count, bytes) = (0, 0L);
        List<string> damaged = [];
        await using var command = owner.CreateCommand(string.Join(
            " union ", uses.Append(FileUse.Uploads).Select(use => use.Table).Distinct(StringComparer.Ordinal).Select(table => $"select organization_id, content_hash, size from {table}")));
        await using var row = await command.ExecuteReaderAsync(stop);
        while (await row.ReadAsync(stop))
        {
            var (hash, size) = (row.GetString(1), row.GetInt64(2));
            var path = store.PathOf(row.GetGuid(0), hash);
            if (!await IsWhole(path, hash, size, stop))
                damaged.Add(Path.GetRelativePath(store.Folder, path));
            count++;
            bytes += size;
        }

        if (damaged.Count == 0)
            return new Finding(string.Create(CultureInfo.InvariantCulture, $"All files are whole ({count}, {bytes / 1e6:0.0} MB)."));
        var more = damaged.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {damaged.Count - Named} more") : "";
        return new Finding(
            string.Create(CultureInfo.InvariantCulture, $"{damaged.Count} of {count} files are missing or damaged: {string.Join(", ", damaged.Take(Named))}{more}."),
            $"Put them back from a backup, below {store.Folder}; or attach the same file once more, which heals it.");
    }

    static async Task<bool> IsWhole(string path, string hash, long size, CancellationToken stop)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return file.Length == size && string.Equals(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)), hash, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
