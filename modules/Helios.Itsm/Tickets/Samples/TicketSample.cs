using System.Globalization;
using Helios.Core.Comments.Commands;
using Helios.Core.Directory.People;
using Helios.Core.Links.Commands;
using Helios.Core.Samples;
using Helios.Core.Tags.Commands;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Scopes;

namespace Helios.Itsm.Tickets.Samples;

/// <summary>A year of the sample's service desk: 600 tickets with what people wrote about them.</summary>
sealed class TicketSample : SamplePart
{
    const int Tickets = 600;
    const int Days = 364;

    /// <summary>Of so many of the newest some are still being talked about.</summary>
    const int Talked = 45;

    static readonly string[] Questions =
    [
        "could you have a look at this one, please?", "is it all right to spend money on this?", "have you seen this before?", "do we have a rule for this?",
        "I am off tomorrow. Could you take over if the answer comes?",
    ];

    static readonly string[] Greetings = ["Hello,", "Hi IT,", "Good morning,", "Dear all,", "Hello together,", "Hi,"];
    static readonly string[] Rooms = ["room 1.04", "room 2.11", "room 3.02", "the Huygens room", "the Snellius room", "the warehouse office"];

    public override string Label => $"{Tickets} tickets with their conversations";

    public override void Plan(SamplePlan plan)
    {
        var stories = Story.All();
        List<Story> deck = [];
        List<DateTimeOffset> moments = [.. Enumerable.Range(0, Tickets).Select(age => Opened(plan, age)).OrderDescending()];
        // From the newest back, a whole deck at a time: what somebody reads first never repeats itself.
        for (var i = 0; i < Tickets; i++)
        {
            if (deck.Count == 0)
                deck = [.. stories.OrderBy(_ => plan.Below(int.MaxValue))];
            Tell(plan, deck[^1], i, moments[i]);
            deck.RemoveAt(deck.Count - 1);
        }
    }

    // A few more lately: the company grows.
    static DateTimeOffset Opened(SamplePlan plan, int age)
    {
        var opened = plan.AtWork(plan.Now.AddMinutes(-30 - (Days * 24 * 60 * Math.Pow((double)age / Tickets, 0.9)) - plan.Below(400)));
        return opened > plan.Now ? plan.Now.AddMinutes(-20 - age) : opened;
    }

    static void Tell(SamplePlan plan, Story story, int age, DateTimeOffset opened)
    {
        var day = DateOnly.FromDateTime(opened.UtcDateTime);
        var requester = plan.Pick([.. plan.People.Where(person => person.Role == Roles.User && person.WorksOn(day))]);
        var agent = plan.Pick(plan.Staff);
        var colleague = plan.Pick([.. plan.People.Where(person => person.Department == requester.Department && person != requester)]);
        var parts = Parts(plan, requester, colleague);
        var ticket = new Thread(plan, opened);

        ticket.Then(requester, 0, () => new CreateTicket(Fill(story.Subject, parts), Body(plan.Pick(Greetings), Fill(story.Request, parts), requester)), isNew: true);
        // The newest have had no time to be looked at.
        var isFresh = age < 14 && age % 3 == 0;
        if (isFresh)
            return;
        if (story.Priority != TicketPriority.Normal)
            ticket.Then(agent, 4, () => new UpdateTicket(ticket.Reference, default, story.Priority));
        ticket.Then(agent, 3, () => new AssignTicket(ticket.Reference, new EntityRef<User>(agent.Key)));
        foreach (var tag in story.Tags)
            ticket.Then(agent, 1, () => new AddTag(ticket.Any, tag));
        if (age % 6 == 1)
            ticket.Then(agent, 2, () => new AddLink(ticket.Any, new EntityRef<Entity>(plan.Places.First(place => place.Key.Contains(requester.City, StringComparison.Ordinal)).Value)));
        Converse(plan, story, ticket, (requester, agent), parts, age);
    }

    static void Converse(SamplePlan plan, Story story, Thread ticket, (SampleAuthor Requester, SampleAuthor Agent) who, IReadOnlyDictionary<string, string> parts, int age)
    {
        // Of the last weeks some are still being talked about.
        var told = age < Talked ? story.Lines.Take(1 + plan.Below(story.Lines.Count)).ToList() : [.. story.Lines];
        foreach (var (author, text) in told)
        {
            var (by, audience) = author switch { 'R' => (who.Requester, Audience.Requester), 'N' => (who.Agent, Audience.Internal), _ => (who.Agent, Audience.Requester) };
            ticket.Then(by, 10 + plan.Below(author == 'N' ? 60 : 240), () => new AddComment(ticket.Any, Fill(text, parts), audience));
        }

        if (age < Talked && age % 4 == 1 && who.Agent != plan.Owner)
        {
            var question = $"@{plan.Owner.Key} {plan.Pick(Questions)}";
            ticket.Then(who.Agent, 20, () => new AddComment(ticket.Any, question, Audience.Internal));
        }

        if (told.Count < story.Lines.Count)
        {
            if (told[^1].Who == 'A')
                ticket.Then(who.Agent, 1, () => new SetTicketStatus(ticket.Reference, TicketStatus.Waiting));
            return;
        }

        ticket.Then(who.Agent, 5, () => new SetTicketStatus(ticket.Reference, TicketStatus.Resolved));
        if (age > 60)
            ticket.Then(who.Agent, 3 * 24 * 60, () => new CloseTicket(ticket.Reference));
    }

    static Dictionary<string, string> Parts(SamplePlan plan, SampleAuthor requester, SampleAuthor colleague) => new(StringComparer.Ordinal)
    {
        ["device"] = string.Create(CultureInfo.InvariantCulture, $"LT-{2000 + plan.Below(260)}"),
        ["room"] = plan.Pick(Rooms),
        ["city"] = requester.City,
        ["colleague"] = colleague.Name,
        ["department"] = requester.Department,
        ["mailbox"] = requester.Department.ToLowerInvariant(),
        ["quarter"] = string.Create(CultureInfo.InvariantCulture, $"{1 + plan.Below(4)}"),
        ["weekday"] = plan.Pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
        ["unread"] = string.Create(CultureInfo.InvariantCulture, $"{300 + plan.Below(900)}"),
        ["number"] = string.Create(CultureInfo.InvariantCulture, $"{200 + plan.Below(700)}"),
        ["key"] = plan.Pick(["Enter", "E", "N", "space"]),
    };

    static string Fill(string text, IReadOnlyDictionary<string, string> parts) =>
        parts.Aggregate(text, (filled, part) => filled.Replace("{" + part.Key + "}", part.Value, StringComparison.Ordinal));

    static string Body(string greeting, string request, SampleAuthor requester) => $"{greeting}\n\n{request}\n\n{requester.Name.Split(' ')[0]}";

    /// <summary>One ticket's steps, each some working minutes after the one before; what would be later than now has not happened.</summary>
    sealed class Thread(SamplePlan plan, DateTimeOffset opened)
    {
        DateTimeOffset at = opened;
        bool isOver;
        string key = "";

        public EntityRef<Ticket> Reference => new(key);

        public EntityRef<Entity> Any => new(key);

        public void Then(SampleAuthor by, int minutes, Func<object> command, bool isNew = false)
        {
            at = isNew ? at : plan.AtWork(at.AddMinutes(minutes));
            isOver |= at > plan.Now;
            if (!isOver)
                plan.Add(new SampleStep(at, by, command, isNew ? (_, made) => key = made! : null));
        }
    }
}
