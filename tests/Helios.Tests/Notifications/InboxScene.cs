using Helios.Core.Comments.Commands;
using Helios.Core.Notifications.Queries;
using Helios.Itsm.Tickets;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Scopes;
using Helios.Tests.Growing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Notifications;

/// <summary>A requester's ticket and two of the staff, all of them new, so that their inboxes are empty.</summary>
sealed class InboxScene(GrowingHouse house, Scope one, Scope other, Scope requester, string ticket)
{
    public Scope One => one;

    public Scope Other => other;

    public Scope Requester => requester;

    /// <summary>The ticket's key.</summary>
    public string Ticket => ticket;

    public static async Task<InboxScene> Set(GrowingHouse house)
    {
        var (one, other, requester) = (await Member(house, Roles.ItStaff), await Member(house, Roles.ItStaff), await Member(house, Roles.User));
        var ticket = (await house.Do(new CreateTicket("The beamer is dark", null, null), requester)).Expect();
        var scene = new InboxScene(house, one, other, requester, ticket.Key);
        await scene.Deliver();
        return scene;
    }

    /// <summary>Somebody who comes by pages.</summary>
    public static async Task<Scope> Member(GrowingHouse house, string role) => await house.Join(house.Larkspur, role) with { Door = Door.Page };

    /// <summary>Seals what happened and fills the inboxes.</summary>
    public async Task Deliver()
    {
        await house.App.Services.GetRequiredService<Sealer>().SealAll(TestContext.Current.CancellationToken);
        await house.App.Services.GetRequiredService<FollowerRunner>().CatchUp(TestContext.Current.CancellationToken);
    }

    public async Task Say(Scope by, string text, string audience = Audience.Internal, params string[] mentions) =>
        (await house.Do(new AddComment(new(ticket), text, audience, Mentions: [.. mentions.Select(key => new EntityRef<Core.Directory.People.User>(key))]), by)).Expect();

    public async Task Assign(Scope by, Scope? to) =>
        (await house.Do(new AssignTicket(new EntityRef<Ticket>(ticket), to is null ? null : new(to.Actor.UserId!.Value.ToString())), by)).Expect();

    public async Task<IReadOnlyList<InboxItem>> Inbox(Scope of, string state = "unread") =>
        (await house.Queries.Ask(new ListInbox(state), of, TestContext.Current.CancellationToken)).Expect().Items;

    public Task<int> Unread(Scope of) => house.One<int>("select unread from platform.membership where user_id = $1", of.Actor.UserId!.Value);

    public async Task<string> KeyOf(Scope somebody) => (await house.One<string>("select key from entity where id = $1", somebody.Actor.UserId!.Value))!;

    public async Task<string> NameOf(Scope somebody) => (await house.One<string>("select title from entity where id = $1", somebody.Actor.UserId!.Value))!;
}
