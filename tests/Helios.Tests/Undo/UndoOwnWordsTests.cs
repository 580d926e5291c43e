using Helios.Core.Comments.Commands;
using Helios.Core.Undo.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Tickets;
using Xunit;

namespace Helios.Tests.Undo;

/// <summary>What somebody who is no staff may take back.</summary>
public sealed class UndoOwnWordsTests(TicketHouse house) : IClassFixture<TicketHouse>
{
    [Fact]
    public async Task He_undoes_his_own_words_and_nobody_elses()
    {
        var ticket = await house.Ticket();
        var mine = await Say(ticket.Text, "Hello.", house.Mei);
        var theirs = await Say(ticket.Text, "Welcome.", house.Amara);

        Assert.Equal(ProblemKind.NotFound, (await Undo(theirs, house.Mei)).Problem!.Kind);
        (await Undo(mine, house.Mei)).Expect();
        Assert.Equal("Welcome.", await house.One<string>("select c.body from comment c join ticket t on t.id = c.entity_id where t.key = $1", ticket.Text));
    }

    Task<Outcome<UndoRun.Result>> Undo(Guid run, Scope scope) => house.Do(new UndoRun(run.ToString()), scope);

    async Task<Guid> Say(string ticket, string body, Scope scope)
    {
        var report = new CommandReport();
        (await house.Do(new AddComment(new EntityRef<Entity>(ticket), body, Audience.Requester), scope, new CommandOptions { Report = report })).Expect();
        return report.Run ?? throw new InvalidOperationException("Nothing happened.");
    }
}
