using Helios.Core.Tags.Commands;
using Helios.Itsm.Tickets.Commands;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Helios.Tests.Growing;
using Xunit;

namespace Helios.Tests.Tags;

/// <summary>Tickets with tags of names that no other test has.</summary>
sealed class TagScene(GrowingHouse house)
{
    public Scope Owner => house.Larkspur.Owner;

    public string Name(string word) => $"{word} {house.Next()}";

    /// <summary>The key of a new ticket with this tag.</summary>
    public async Task<string> Ticket(string tag)
    {
        var ticket = (await house.Do(new CreateTicket($"Tagged {tag}", null, null), Owner)).Expect();
        (await house.Do(new AddTag(new EntityRef<Entity>(ticket.Key), tag), Owner)).Expect();
        return ticket.Key;
    }

    /// <summary>Entities that have the tag, of no kind that a list shows; they are gone when it is disposed.</summary>
    public async Task<IAsyncDisposable> Many(string tag, int count)
    {
        var organization = house.Larkspur.Organization.Id;
        await house.Sql("insert into entity (organization_id, id, kind, key, title, staff_readable, archived, updated_at) select $1, uuidv7(), 'gone', $2 || i, 'Many', true, false, now() from generate_series(1, $3) i", organization, tag, count);
        await house.Sql("insert into entity_tag select organization_id, id, $2, now() from entity where organization_id = $1 and key like $2 || '%'", organization, tag);
        return new Gone(async () =>
        {
            await house.Sql("delete from entity_tag where entity_id in (select id from entity where organization_id = $1 and kind = 'gone')", organization);
            await house.Sql("delete from entity where organization_id = $1 and kind = 'gone'", organization);
        });
    }

    public Task<long> Count(string tag) => house.One<long>("select count(*) from entity_tag where tag = $1", tag);

    /// <summary>The keys of the tickets that a list filtered by the tag shows, in order.</summary>
    public async Task<IEnumerable<string>> Filtered(string tag, int limit = 50) =>
        (await house.Queries.Ask(new ListTickets { Q = $"tag:\"{tag}\"", Limit = limit }, Owner, TestContext.Current.CancellationToken)).Expect().Items.Select(ticket => ticket.Key).Order(StringComparer.Ordinal);

    sealed class Gone(Func<Task> remove) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await remove();
    }
}
