using Helios.Kernel.Commands;
using Helios.Kernel.Problems;
using Npgsql;

namespace Helios.Tests.Growing.Broken;

/// <summary>Refuses everybody, in the words of a program, and leaves something behind.</summary>
/// <param name="Number">A number.</param>
public sealed record RefuseOddity(int Number) : ICommand<Nothing>
{
    public sealed class Handler(NpgsqlDataSource database) : ICommandHandler<RefuseOddity, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(RefuseOddity command, CommandContext context)
        {
            await using var insert = database.CreateCommand("insert into platform.oddity_secret select coalesce(max(id), 0) + 1 from platform.oddity_secret");
            await insert.ExecuteNonQueryAsync(context.Stop);
            return new Problem(ProblemKind.Forbidden, "oddities.odd", "System.InvalidOperationException: no.");
        }
    }
}
