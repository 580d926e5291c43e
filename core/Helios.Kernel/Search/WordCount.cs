using Helios.Kernel.Jobs;
using Npgsql;

namespace Helios.Kernel.Search;

/// <summary>
/// Brings the counts of words up to date with the texts that changed. Search works without: a word that is not counted is
/// looked up exactly; the counts choose its plan and correct typing errors.
/// </summary>
public sealed class WordCount(NpgsqlDataSource database) : IRecurring
{
    /// <summary>Texts in one transaction: about a tenth of a second.</summary>
    const int AtOnce = 2000;

    public async Task Run(CancellationToken stop)
    {
        while (await Count(stop) == AtOnce)
            stop.ThrowIfCancellationRequested();
    }

    async Task<int> Count(CancellationToken stop)
    {
        await using var command = database.CreateCommand("select helios_count_words($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = AtOnce });
        return (int)(await command.ExecuteScalarAsync(stop))!;
    }
}
