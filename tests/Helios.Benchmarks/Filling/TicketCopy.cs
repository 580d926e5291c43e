using Helios.Itsm.Tickets;
using Npgsql;
using NpgsqlTypes;

namespace Helios.Benchmarks.Filling;

/// <summary>Writes tickets by binary COPY over four connections at once: their own rows, projections, the text for search, comments.</summary>
sealed class TicketCopy(Owner owner, Tenant tenant)
{
    const int BatchSize = 20_000;
    const string Tickets = "ticket (organization_id, id, key, staff_readable, version, created_at, updated_at, subject, description, status, priority, requester_id, assignee_id, resolved_at, closed_at)";
    const string Comments = "comment (organization_id, id, entity_id, body, audience, author_name, user_id, created_at)";

    public async Task Write(CancellationToken stop)
    {
        var next = Task.Run(() => tenant.TicketsFrom(1, BatchSize), stop);
        for (var first = 1; first <= tenant.Tickets; first += BatchSize)
        {
            var batch = await next;
            var following = first + BatchSize;
            next = Task.Run(() => tenant.TicketsFrom(following, BatchSize), stop);
            await Task.WhenAll(
                Into(Tickets, batch, Own, stop),
                Into(ProjectionCopy.Columns, batch, (row, ticket) => ProjectionCopy.Write(row, Projection(ticket)), stop),
                Into(SearchTables.StagedColumns, batch, (row, ticket) => SearchTables.Stage(row, Projection(ticket)), stop),
                Into(Comments, [.. batch.SelectMany(ticket => ticket.Comments.Select(comment => (ticket, comment)))], Comment, stop));
        }
    }

    Task Into<T>(string target, IReadOnlyList<T> rows, Action<NpgsqlBinaryImporter, T> write, CancellationToken stop) => Task.Run(
        async () =>
        {
            await using var connection = await owner.Open(stop);
            await using var importer = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", stop);
            foreach (var row in rows)
            {
                await importer.StartRowAsync(stop);
                write(importer, row);
            }

            await importer.CompleteAsync(stop);
        },
        stop);

    void Own(NpgsqlBinaryImporter row, TicketRow ticket)
    {
        row.Write(tenant.Id, NpgsqlDbType.Uuid);
        row.Write(ticket.Id, NpgsqlDbType.Uuid);
        row.Write(ticket.Key, NpgsqlDbType.Text);
        row.Write(value: true, NpgsqlDbType.Boolean);
        row.Write(1L, NpgsqlDbType.Bigint);
        row.Write(ticket.CreatedAt, NpgsqlDbType.TimestampTz);
        row.Write(ticket.UpdatedAt, NpgsqlDbType.TimestampTz);
        row.Write(ticket.Subject, NpgsqlDbType.Text);
        row.Write(ticket.Description, NpgsqlDbType.Text);
        row.Write(ticket.Status, NpgsqlDbType.Text);
        row.Write(ticket.Priority, NpgsqlDbType.Smallint);
        row.Write(ticket.Requester.Id, NpgsqlDbType.Uuid);
        Maybe(row, ticket.Assignee?.Id, NpgsqlDbType.Uuid);
        Maybe(row, ticket.ResolvedAt, NpgsqlDbType.TimestampTz);
        Maybe(row, ticket.ClosedAt, NpgsqlDbType.TimestampTz);
    }

    void Comment(NpgsqlBinaryImporter row, (TicketRow Ticket, CommentRow Comment) pair)
    {
        var (ticket, comment) = pair;
        row.Write(tenant.Id, NpgsqlDbType.Uuid);
        row.Write(comment.Id, NpgsqlDbType.Uuid);
        row.Write(ticket.Id, NpgsqlDbType.Uuid);
        row.Write(comment.Body, NpgsqlDbType.Text);
        row.Write(comment.IsPublic ? "requester" : "internal", NpgsqlDbType.Text);
        row.Write(comment.Author.Name, NpgsqlDbType.Text);
        row.Write(comment.Author.Id, NpgsqlDbType.Uuid);
        row.Write(comment.CreatedAt, NpgsqlDbType.TimestampTz);
    }

    static void Maybe<T>(NpgsqlBinaryImporter row, T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } given)
            row.Write(given, type);
        else
            row.WriteNull();
    }

    ProjectionRow Projection(TicketRow ticket)
    {
        var label = TicketStatus.LabelOf(ticket.Status);
        return new ProjectionRow(tenant.Id, ticket.Id, "ticket", ticket.Key, ticket.Subject, label, ticket.UpdatedAt, $"user:{ticket.Requester.Id}")
        {
            StaffText = $"{ticket.Subject}\n{ticket.Description}\n",
            PublicText = $"{ticket.Subject}\n{ticket.Description}",
            MoreStaffText = ticket.Comments.Count == 0 ? null : string.Join(' ', ticket.Comments.Select(comment => comment.Body)),
            MorePublicText = ticket.Comments.Count == 0 ? null : string.Join(' ', ticket.Comments.Where(comment => comment.IsPublic).Select(comment => comment.Body)),
        };
    }
}
