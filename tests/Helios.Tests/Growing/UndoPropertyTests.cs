using FsCheck;
using FsCheck.Fluent;
using Helios.Core.Comments.Commands;
using Helios.Core.Directory.Locations;
using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Links;
using Helios.Core.Links.Commands;
using Helios.Core.Tags.Commands;
using Helios.Core.Undo.Commands;
using Helios.Itsm.Tickets;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.Tests.Growing;

/// <summary>Whatever is done in whatever order: all of it undone, the last first, gives back the same rows.</summary>
[Collection(GrowingSuites.Name)]
public sealed class UndoPropertyTests(GrowingHouse house)
{
    const int Sequences = 25;

    /// <summary>What one step does, and which of the records so far it takes.</summary>
    static readonly Gen<(int Act, int One, int Other)> Step =
        from act in Gen.Choose(0, 15)
        from one in Gen.Choose(0, 1000)
        from other in Gen.Choose(0, 1000)
        select (act, one, other);

    readonly List<EntityRef<User>> people = [];
    readonly List<EntityRef<Location>> places = [];
    readonly List<EntityRef<Ticket>> tickets = [];
    readonly List<Guid> links = [];

    Scope Owner => house.Larkspur.Owner;

    [Fact]
    public async Task All_undone_in_reverse_gives_back_the_same_rows()
    {
        var pictures = await RowPictures.Of(house, ["tag", "tag_name"]);
        var undone = 0;
        foreach (var steps in Step.ArrayOf().Resize(24).Sample(Sequences))
        {
            Forget();
            var before = await pictures.Take();
            List<(string What, Guid Run)> done = [];
            foreach (var step in steps)
                if (await Do(step) is { } run)
                    done.Add(($"{step}", run));
            foreach (var (what, run) in done.AsEnumerable().Reverse())
            {
                var outcome = await house.Do(new UndoRun(run.ToString()), Owner);
                Assert.True(outcome.Succeeded, $"After {string.Join(' ', done.Select(step => step.What))} the undo of {what} is refused: {outcome.Problem?.Text} {string.Join(' ', outcome.Problem?.Fields.Select(field => field.Text) ?? [])}");
                undone++;
            }

            Assert.Empty(RowPictures.Differences(before, await pictures.Take()));
        }

        Assert.True(undone > Sequences, "The sequences did too little to prove anything.");
    }

    void Forget()
    {
        people.Clear();
        places.Clear();
        tickets.Clear();
        links.Clear();
        people.Add(Ref<User>(house.Larkspur.Members[Roles.ItStaff].Actor.UserId!.Value));
        people.Add(Ref<User>(Owner.Actor.UserId!.Value));
    }

    /// <summary>Runs one step; null where it was refused or changed nothing.</summary>
    async Task<Guid?> Do((int Act, int One, int Other) step)
    {
        var report = new CommandReport();
        await (step.Act switch
        {
            0 or 1 => Person(report),
            2 => Place(report),
            3 or 4 => Ticket(step, report),
            5 => Run(new UpdateUser { User = Of(people, step.One), Title = $"Title {step.Other}", Manager = Of(people, step.Other) }, report),
            6 when places.Count > 0 => Run(new UpdateUser { User = Of(people, step.One), Location = Of(places, step.Other), IsVip = step.Other % 2 == 0 }, report),
            7 when places.Count > 0 => Run(new UpdateLocation { Location = Of(places, step.One), City = $"City {step.Other}", Parent = Of(places, step.Other) }, report),
            8 when places.Count > 0 => Run(new ArchiveLocation(Of(places, step.One)), report),
            9 when tickets.Count > 0 => Run(new AssignTicket(Of(tickets, step.One), people[step.Other % 2]), report),
            10 when tickets.Count > 0 => Run(new SetTicketStatus(Of(tickets, step.One), TicketStatus.All[step.Other % TicketStatus.All.Count]), report),
            11 when tickets.Count > 0 => Run(new UpdateTicket(Of(tickets, step.One), $"Subject {step.Other}", (TicketPriority)(1 + (step.Other % 4))), report),
            12 => Run(new AddTag(Any(step.One), $"tag {step.Other % 3}"), report),
            13 => step.Other % 2 == 0 ? Run(new RemoveTag(Any(step.One), "tag 0"), report) : Unlink(step, report),
            14 => Run(new AddComment(Any(step.One), $"Said {step.Other}", step.Other % 2 == 0 ? "internal" : "requester"), report),
            _ => Link(step, report),
        });
        return report.Run;
    }

    async Task Person(CommandReport report)
    {
        if (await Run(new CreateUser { Name = $"Random {house.Next()}", Mail = $"random{house.Next()}@larkspur.example" }, report) is { } made)
            people.Add(Ref<User>(made.Id));
    }

    async Task Place(CommandReport report)
    {
        if (await Run(new CreateLocation { Name = $"Somewhere {house.Next()}" }, report) is { } made)
            places.Add(Ref<Location>(made.Id));
    }

    async Task Ticket((int Act, int One, int Other) step, CommandReport report)
    {
        if (await Run(new CreateTicket($"Wish {house.Next()}", "Please.", Of(people, step.One), Assignee: step.Other % 2 == 0 ? people[0] : null), report) is { } made)
            tickets.Add(Ref<Ticket>(made.Id));
    }

    async Task Link((int Act, int One, int Other) step, CommandReport report)
    {
        if (await Run(new AddLink(Any(step.One), Any(step.Other)), report) is { } made)
            links.Add(made.Id);
    }

    Task Unlink((int Act, int One, int Other) step, CommandReport report) =>
        links.Count == 0 ? Task.CompletedTask : Run(new RemoveLink(new RowRef<Link>(links[step.One % links.Count])), report);

    async Task<T?> Run<T>(ICommand<T> command, CommandReport report)
        where T : class =>
        (await house.Commands.Run(command, Owner, new CommandOptions { Report = report }, TestContext.Current.CancellationToken)).Value;

    EntityRef<Entity> Any(int at)
    {
        string[] all = [.. people.Select(known => known.Text), .. places.Select(known => known.Text), .. tickets.Select(known => known.Text)];
        return new EntityRef<Entity>(all[at % all.Length]);
    }

    static EntityRef<T> Ref<T>(Guid id)
        where T : Entity => new(id.ToString());

    /// <summary>A fresh reference: a resolved one belongs to the run that resolved it.</summary>
    static EntityRef<T> Of<T>(List<EntityRef<T>> known, int at)
        where T : Entity => new(known[at % known.Count].Text);
}
