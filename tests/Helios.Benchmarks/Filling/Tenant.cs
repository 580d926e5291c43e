using Helios.Itsm.Tickets;

namespace Helios.Benchmarks.Filling;

/// <summary>One organization to be filled in: its people, and its tickets in the order in which they came.</summary>
sealed class Tenant
{
    /// <summary>The IT staff of the measured organization.</summary>
    public const int MostStaff = 40;

    static readonly TimeSpan Past = TimeSpan.FromDays(3 * 365);
    static readonly string[] Titles = ["Accountant", "Engineer", "Sales representative", "Analyst", "Assistant", "Technician", "Team lead", "Designer", "Buyer", "Nurse"];

    readonly Vocabulary words;
    readonly DateTime now;
    readonly int tickets;
    readonly Zipf requesters;
    readonly Zipf assignees;

    public Tenant(Vocabulary words, string slug, int people, int tickets, DateTime now)
    {
        (this.words, this.now, this.tickets) = (words, now, tickets);
        Slug = slug;
        var random = new Random(people);
        var staff = Math.Min(MostStaff, people / 10);
        People = [.. Enumerable.Range(1, people).Select(number => new PersonRow(
            Guid.CreateVersion7(), number, $"{words.Name(number * 7)} {words.Name(number * 13 / 5)}", Titles[number % Titles.Length], number <= staff, Whole(now - (Past * random.NextDouble()))))];
        requesters = new Zipf(people, 0.4);
        assignees = new Zipf(staff, 0.5);
    }

    public Guid Id { get; } = Guid.CreateVersion7();

    public string Slug { get; }

    /// <summary>The staff first; the very first is the owner.</summary>
    public IReadOnlyList<PersonRow> People { get; }

    public int Tickets => tickets;

    /// <summary>Some tickets, by their numbers.</summary>
    public IReadOnlyList<TicketRow> TicketsFrom(int first, int count)
    {
        var random = new Random(first);
        return [.. Enumerable.Range(first, Math.Min(count, tickets - first + 1)).Select(number => Make(number, random))];
    }

    TicketRow Make(int number, Random random)
    {
        var created = Whole(now - ((1 - (((double)number - 1) / tickets)) * Past));
        var age = now - created;
        var status = StatusOf(age, random);
        var isOpen = TicketStatus.Open.Contains(status, StringComparer.Ordinal);
        // Work on a ticket ends after a day, in the middle; open ones were touched lately.
        var worked = TimeSpan.FromHours(-Math.Log(1 - random.NextDouble()) * 34);
        var updated = Whole(created + (worked < age ? worked : age * random.NextDouble()));
        var assignee = status == TicketStatus.New ? null : People[assignees.Next(random)];
        var requester = People[requesters.Next(random)];
        return new TicketRow
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(created)),
            Key = $"T-{number}",
            Subject = words.Subject(random),
            Description = words.Description(random),
            Status = status,
            Priority = (short)(random.Next(100) switch { < 20 => 1, < 85 => 2, < 97 => 3, _ => 4 }),
            Requester = requester,
            Assignee = assignee,
            CreatedAt = created,
            UpdatedAt = updated,
            ResolvedAt = isOpen ? null : updated,
            ClosedAt = status == TicketStatus.Closed ? updated : null,
            Comments = random.Next(10) == 0 ? [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Comment(created, updated, requester, assignee, random))] : [],
        };
    }

    static string StatusOf(TimeSpan age, Random random)
    {
        var place = random.NextDouble();
        return (age.TotalDays, place) switch
        {
            ( < 2, < 0.3) => TicketStatus.New,
            ( < 30, < 0.12) => TicketStatus.InProgress,
            ( < 30, < 0.2) => TicketStatus.Waiting,
            ( < 14, < 0.7) => TicketStatus.Resolved,
            (_, < 0.0005) => TicketStatus.Waiting,
            (_, < 0.001) => TicketStatus.InProgress,
            (_, < 0.01) => TicketStatus.Resolved,
            _ => TicketStatus.Closed,
        };
    }

    CommentRow Comment(DateTime created, DateTime updated, PersonRow requester, PersonRow? assignee, Random random)
    {
        var isPublic = random.Next(3) > 0;
        var author = assignee is null || (isPublic && random.Next(2) == 0) ? requester : assignee;
        var moment = Whole(created + ((updated - created) * random.NextDouble()));
        return new CommentRow(Guid.CreateVersion7(new DateTimeOffset(moment)), words.Answer(random), isPublic || author == requester, author, moment);
    }

    // The database keeps microseconds.
    static DateTime Whole(DateTime moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
