using Helios.BrowserTests.Fixtures;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;

namespace Helios.BrowserTests.Journeys;

/// <summary>Something changes while a page that shows it is on its way: what comes to be read is never old.</summary>
public sealed class OvertakenTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task A_page_that_is_loaded()
    {
        var ticket = await Larkspur.Ticket("Shredder hums");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await LoadOvertaken(tab, Page(ticket), () => Rename(ticket, "Shredder howls"));

        await tab.Sees(tab.Heading("Shredder howls"));
    }

    [Fact]
    public async Task A_page_that_a_link_leads_to()
    {
        var ticket = await Larkspur.Ticket("Radiator ticks");
        var tab = await SignIn();
        await tab.Go("/larkspur/account/appearance");
        await tab.Following();
        await tab.Page.EvaluateAsync($"document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=\"{Page(ticket)}\">There</a>')");
        await Overtake(tab, () => tab.Link("There").ClickAsync(), () => Rename(ticket, "Radiator knocks"));

        await tab.Sees(tab.Heading("Radiator knocks"));
    }

    [Fact]
    public async Task A_page_that_answers_a_form()
    {
        var ticket = await Larkspur.Ticket("Lift stops");
        var tab = await SignIn();
        await tab.Go(Page(ticket));
        await tab.Following();
        await Overtake(tab, () => tab.Button("Assign to me").ClickAsync(), () => Rename(ticket, "Lift is stuck"));

        await tab.IsTold("is yours");
        await tab.Sees(tab.Heading("Lift is stuck"));
    }

    [Fact]
    public async Task A_page_that_the_way_back_leads_to()
    {
        var ticket = await Larkspur.Ticket("Fan rattles");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/desk/tickets?q=Fan");
        await tab.Following();
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Fan rattles" }).ClickAsync();
        await tab.Sees(tab.Heading("Fan rattles"));

        await Rename(ticket, "Fan is silent");
        await tab.Sees(tab.Heading("Fan is silent"));
        await tab.Page.GoBackAsync();

        await tab.IsAt("/larkspur/desk/tickets\\?q=Fan");
        await tab.Sees(tab.Main.GetByRole(AriaRole.Link, new() { Name = "Fan is silent" }));
    }

    [Fact]
    public async Task An_inbox_that_a_link_leads_to()
    {
        var ticket = await Larkspur.Ticket("Kettle whistles");
        var tab = await SignIn();
        await tab.Go("/larkspur/people");
        await tab.Following();
        await Overtake(tab, () => tab.Page.Locator("#bell").ClickAsync(), () => GiveToStaff(ticket));

        await tab.Sees("Kettle whistles");
    }

    [Fact]
    public async Task An_inbox_that_is_loaded()
    {
        var ticket = await Larkspur.Ticket("Toaster sparks");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await LoadOvertaken(tab, "/larkspur/inbox", () => GiveToStaff(ticket));

        await tab.Sees("Toaster sparks");
    }

    static string Page(TicketChanged ticket) => $"/larkspur/desk/tickets/{ticket.Key}";

    async Task Rename(TicketChanged ticket, string subject) => await Larkspur.Run(new UpdateTicket(new(ticket.Key), subject, default), (await Larkspur.SetUp()).Scope);

    async Task GiveToStaff(TicketChanged ticket)
    {
        var staff = await Larkspur.Somebody(Roles.ItStaff);
        await Larkspur.Run(new AssignTicket(new(ticket.Key), new(staff.Key)), (await Larkspur.SetUp()).Scope);
    }

    /// <summary>Loads a page and lets something happen between the server's answer and the browser that waits for it.</summary>
    static async Task LoadOvertaken(Tab tab, string path, Func<Task> change)
    {
        var answered = new TaskCompletionSource();
        var changed = new TaskCompletionSource();
        await tab.Page.RouteAsync("**" + path, async route =>
        {
            var answer = await route.FetchAsync();
            answered.SetResult();
            await changed.Task;
            await route.FulfillAsync(new() { Response = answer });
        }, new() { Times = 1 });
        var loaded = tab.Go(path);
        await answered.Task;
        await change();
        await Told();
        changed.SetResult();
        await loaded;
    }

    /// <summary>The tab of somebody whose browser can be made to wait for answers that the server has given already.</summary>
    async Task<Tab> SignIn()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        tab.Spend();
        await tab.Page.AddInitScriptAsync(
            """
            const ask = window.fetch;
            window.held = [];
            window.fetch = async (...question) => {
              const answer = await ask(...question);
              if (window.holds) await new Promise(go => { window.held.push(go); });
              return answer;
            };
            """);
        return tab;
    }

    /// <summary>Lets something happen between the server's answer and the browser that waits for it.</summary>
    static async Task Overtake(Tab tab, Func<Task> go, Func<Task> change)
    {
        await tab.Page.EvaluateAsync("window.holds = true");
        await go();
        while (await tab.Page.EvaluateAsync<int>("window.held.length") == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await change();
        await Told();
        await tab.Page.EvaluateAsync("() => { window.holds = false; window.held.forEach(go => { go(); }); }");
    }

    /// <summary>As long as news takes to be sealed and told.</summary>
    static Task Told() => Task.Delay(1_000, TestContext.Current.CancellationToken);
}
