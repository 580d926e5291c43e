using System.Collections.Concurrent;
using System.Threading.Channels;
using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>Somebody types and chooses faster than the server answers: what he gets belongs to what he wrote.</summary>
public sealed class TypeAheadTests(RunningHelios helios) : Journey(helios)
{
    const string Completion = "**/completion?**";
    const string Search = "**/search?**";

    [Fact]
    public async Task A_filter_is_completed_for_the_letters_that_came_last()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/desk/tickets?q=");
        await tab.Keyboard.PressAsync("/");
        await tab.Keyboard.TypeAsync("status:");
        await tab.Sees(Option(tab, "open"));

        await using (await Slow.Answers(tab, Completion))
        {
            await tab.Keyboard.TypeAsync("op");
            await tab.Keyboard.PressAsync("ArrowDown");
            await tab.Keyboard.PressAsync("Enter");
            await Expect(Filter(tab)).ToHaveValueAsync("status:op");
        }

        await Expect(Filter(tab)).ToHaveValueAsync("status:open ");
    }

    [Fact]
    public async Task An_answer_about_fewer_letters_offers_nothing()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/desk/tickets?q=");
        await tab.Keyboard.PressAsync("/");
        await using (var slow = await Slow.Answers(tab, Completion))
        {
            await tab.Keyboard.TypeAsync("status:");
            var first = await slow.Asked();
            await tab.Keyboard.TypeAsync("op");
            first.SetResult();
            var second = await slow.Asked();
            await tab.SeesNo(tab.Page.GetByRole(AriaRole.Option));
            second.SetResult();
        }

        await tab.Sees(Option(tab, "open"));
        await Expect(tab.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Enter_without_a_choice_filters_at_once()
    {
        await Larkspur.Ticket("Kettle leaks");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/desk/tickets?q=");
        await tab.Keyboard.PressAsync("/");
        await using (await Slow.Answers(tab, Completion))
        {
            await tab.Keyboard.TypeAsync("kettle");
            await tab.Keyboard.PressAsync("Enter");
            await tab.IsAt("/larkspur/desk/tickets\\?q=kettle");
        }

        await tab.Sees("Kettle leaks");
    }

    [Fact]
    public async Task Enter_picks_whom_the_last_letters_name()
    {
        await Larkspur.Person("Ines Almeida");
        await Larkspur.Person("Ines Zieliński");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/desk/tickets/new");
        await tab.Field("Requester").PressSequentiallyAsync("ines");
        await tab.Sees(Option(tab, "Ines Almeida"));
        await using (await Slow.Answers(tab, Search))
        {
            await tab.Keyboard.TypeAsync(" ziel");
            await tab.Keyboard.PressAsync("Enter");
        }

        await Expect(tab.Field("Requester")).ToHaveValueAsync("Ines Zieliński");
    }

    [Fact]
    public async Task Enter_mentions_whom_the_last_letters_name()
    {
        await Larkspur.Somebody(Roles.ItStaff);
        var ticket = await Larkspur.Ticket("Blinds are stuck");
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Keyboard.PressAsync("n");
        await tab.Composer.PressSequentiallyAsync("Please ask @");
        await Expect(Option(tab, "Amara Osei")).ToHaveAttributeAsync("aria-selected", "true");
        await using (await Slow.Answers(tab, "**/mentionable?**"))
        {
            await tab.Keyboard.TypeAsync("rob");
            await tab.Keyboard.PressAsync("Enter");
        }

        await Expect(tab.Composer).ToHaveValueAsync("Please ask @Robin Lane ");
    }

    [Fact]
    public async Task Enter_in_the_palette_opens_what_the_last_letters_find()
    {
        await Larkspur.Ticket("Walnut shelf sags");
        var walnut = await Larkspur.Ticket("Walnut desk creaks");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur");
        await tab.Keyboard.PressAsync("Control+k");
        await tab.Keyboard.TypeAsync("walnut shelf");
        await tab.Sees(Option(tab, "Walnut shelf sags"));
        await using (await Slow.Answers(tab, Search))
        {
            await tab.Keyboard.PressAsync("Control+a");
            await tab.Keyboard.TypeAsync(walnut.Key);
            await tab.Keyboard.PressAsync("Enter");
        }

        await tab.IsAt($"/larkspur/desk/tickets/{walnut.Key}");
    }

    static ILocator Option(Tab tab, string text) => tab.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = text });

    static ILocator Filter(Tab tab) => tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter tickets" });

    /// <summary>Questions to an address are held back until it is left.</summary>
    sealed class Slow : IAsyncDisposable
    {
        readonly ConcurrentQueue<TaskCompletionSource> held = new();
        readonly Channel<TaskCompletionSource> asked = Channel.CreateUnbounded<TaskCompletionSource>();
        bool isOver;

        public static async Task<Slow> Answers(Tab tab, string address)
        {
            var slow = new Slow();
            await tab.Page.Intercept(address, slow.Hold);
            return slow;
        }

        /// <summary>Waits for the next question that is held back; completing what it gives lets the question go.</summary>
        public ValueTask<TaskCompletionSource> Asked() => asked.Reader.ReadAsync();

        public ValueTask DisposeAsync()
        {
            isOver = true;
            foreach (var question in held)
                question.TrySetResult();
            return ValueTask.CompletedTask;
        }

        async Task Hold(IRoute route)
        {
            var question = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            held.Enqueue(question);
            asked.Writer.TryWrite(question);
            if (!isOver)
                await question.Task;
            await route.ContinueAsync();
        }
    }
}
