using Helios.BrowserTests.Fixtures;
using Helios.Core.Comments.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>Comments on records that are no tickets: for the team on a location, as notes on a person.</summary>
public sealed class CommentTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task A_location_is_commented_with_a_mention_and_a_colleague_sees_it_at_once()
    {
        var location = await Larkspur.Location("Tallinn office", "Tallinn");
        await Larkspur.Somebody(Roles.ItStaff);
        var (writer, reader) = (await Helios.SignInAs(Roles.Owner), await Helios.SignInAs(Roles.ItStaff));
        await writer.Go($"/larkspur/locations/{location.Key}");
        await reader.Go($"/larkspur/locations/{location.Key}");
        await reader.Following();

        await writer.Sees("No comments yet.");
        await writer.SeesNo(writer.Main.GetByText("Internal note"));
        // What somebody has begun to write stands through the refresh that the other's comment brings.
        await reader.Composer.FillAsync("Half a sentence");
        await writer.Composer.PressSequentiallyAsync("The door sticks, @Ama");
        await writer.Page.GetByRole(AriaRole.Option, new() { Name = "Amara Osei" }).ClickAsync();
        await writer.Keyboard.PressAsync("Control+Enter");
        await writer.IsTold("Comment added");
        await writer.IsAt($"/larkspur/locations/{location.Key}");
        await writer.Sees(writer.Main.GetByRole(AriaRole.Article).Filter(new() { HasText = "The door sticks, @Amara Osei" }));
        await Expect(writer.Composer).ToHaveValueAsync("");

        await reader.Sees(reader.Main.GetByRole(AriaRole.Article).Filter(new() { HasText = "The door sticks" }));
        await Expect(reader.Composer).ToHaveValueAsync("Half a sentence");
    }

    [Fact]
    public async Task Somebody_is_mentioned_also_on_a_page_that_others_and_oneself_have_changed()
    {
        var location = await Larkspur.Location("Narva office", "Narva");
        await Larkspur.Somebody(Roles.ItStaff);
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go($"/larkspur/locations/{location.Key}");
        await tab.Following();
        await Larkspur.Run(new AddComment(new EntityRef<Entity>(location.Key), "The lift is out of order.", "internal"), (await Larkspur.SetUp()).Scope);
        await tab.Sees("The lift is out of order.");

        foreach (var text in new[] { "The door sticks", "The lamp as well" })
        {
            await tab.Composer.PressSequentiallyAsync($"{text}, @Ama");
            await tab.Page.GetByRole(AriaRole.Option, new() { Name = "Amara Osei" }).ClickAsync();
            await tab.Keyboard.PressAsync("Control+Enter");
            await tab.Sees(tab.Main.GetByRole(AriaRole.Article).Filter(new() { HasText = $"{text}, @Amara Osei" }).GetByRole(AriaRole.Link, new() { Name = "@Amara Osei" }));
        }
    }

    [Fact]
    public async Task A_refused_comment_stays_on_its_page_with_what_was_typed_mentioned_and_attached()
    {
        var location = await Larkspur.Location("Riga office", "Riga");
        await Larkspur.Somebody(Roles.ItStaff);
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go($"/larkspur/locations/{location.Key}");
        var text = new string('x', 20_001);
        await tab.Composer.FillAsync($"{text} @Ama");
        await tab.Page.GetByRole(AriaRole.Option, new() { Name = "Amara Osei" }).ClickAsync();
        await tab.Page.Locator("#composer input[type=file]").SetInputFilesAsync(new FilePayload { Name = "door.txt", MimeType = "text/plain", Buffer = "ajar"u8.ToArray() });
        await Expect(tab.Page.Locator("#composer input[name=files]")).ToHaveCountAsync(1);
        tab.Expects(422);
        await tab.Button("Comment").ClickAsync();

        await tab.Sees(tab.Main.GetByRole(AriaRole.Alert).Filter(new() { HasText = "20,000" }));
        await tab.Sees(tab.Heading("Riga office"));
        await tab.IsAt($"/larkspur/locations/{location.Key}");
        await Expect(tab.Composer).ToHaveValueAsync($"{text} @Amara Osei ");

        await tab.Composer.FillAsync("The door sticks, @Amara Osei");
        await tab.Button("Comment").ClickAsync();
        await tab.IsTold("Comment added");
        var comment = tab.Main.GetByRole(AriaRole.Article).Filter(new() { HasText = "The door sticks" });
        await tab.Sees(comment.GetByRole(AriaRole.Link, new() { Name = "@Amara Osei" }));
        await tab.Sees(comment.GetByText("door.txt"));
    }

    [Fact]
    public async Task A_note_on_a_person_is_for_the_team_and_the_person_never_sees_it()
    {
        var person = await Larkspur.Somebody(Roles.User);
        var staff = await Helios.SignInAs(Roles.ItStaff);
        await staff.Go($"/larkspur/people/{person.Key}");
        await staff.Sees(staff.Main.GetByText("Nobody outside IT sees this"));
        await staff.SeesNo(staff.Main.GetByText("Public reply"));
        await staff.Composer.FillAsync("Leaves at the end of March.");
        await staff.Button("Add note").ClickAsync();
        await staff.IsTold("Note added");
        await staff.Sees(staff.Main.GetByRole(AriaRole.Article, new() { Name = "Internal note: Amara Osei" }));

        var own = await Helios.SignInAs(Roles.User);
        await own.Go($"/larkspur/people/{person.Key}");
        await own.Sees(own.Heading(person.Name));
        Assert.DoesNotContain("Leaves at the end", await own.Page.ContentAsync(), StringComparison.Ordinal);
        await Expect(own.Page.Locator("form.composer")).ToHaveCountAsync(0);
        foreach (var closed in new[] { "comments", "timeline" })
        {
            var answer = await own.Ask($"/larkspur/entities/{person.Key}/{closed}");
            Assert.DoesNotContain("Leaves at the end", await answer.TextAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Earlier_comments_stand_on_a_page_of_their_own()
    {
        var location = await Larkspur.Location("Vilnius office", "Vilnius");
        var owner = (await Larkspur.SetUp()).Scope;
        for (var i = 1; i <= 22; i++)
            await Larkspur.Run(new AddComment(new EntityRef<Entity>(location.Key), $"Remark {i:00}", "internal"), owner);
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go($"/larkspur/locations/{location.Key}");
        await Expect(tab.Main.GetByRole(AriaRole.Article)).ToHaveCountAsync(20);
        await tab.Sees("Remark 22");
        await tab.Link("Earlier comments").ClickAsync();
        await tab.IsAt($"/larkspur/entities/{location.Key}/comments\\?after=.+");
        await Expect(tab.Main.GetByRole(AriaRole.Article)).ToContainTextAsync(["Remark 01", "Remark 02"]);
    }
}
