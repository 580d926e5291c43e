using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>Files from a person's disk and clipboard to a conversation and back.</summary>
public sealed class AttachmentTests(RunningHelios helios) : Journey(helios)
{
    /// <summary>Makes a picture in the page and gives it to a place as an event brings it: dropped or pasted.</summary>
    const string Give =
        """
        async ([selector, kind, name]) => {
          const canvas = new OffscreenCanvas(320, 200);
          const pen = canvas.getContext('2d');
          pen.fillStyle = 'teal';
          pen.fillRect(0, 0, 320, 200);
          const file = new File([await canvas.convertToBlob()], name, { type: 'image/png' });
          const data = new DataTransfer();
          data.items.add(file);
          const target = document.querySelector(selector);
          if (kind === 'paste') target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
          else for (const type of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """;

    [Fact]
    public async Task A_dropped_and_a_pasted_picture_come_with_the_reply_and_the_requester_sees_them()
    {
        var ticket = await Larkspur.Ticket("Monitor flickers", (await Larkspur.Somebody(Roles.User)).Key);
        var staff = await Helios.SignInAs(Roles.ItStaff);
        await staff.Go($"/larkspur/desk/tickets/{ticket.Key}");

        await staff.Page.EvaluateAsync(Give, new[] { "#composer", "drop", "dropped.png" });
        await staff.Page.EvaluateAsync(Give, new[] { "#f-body", "paste", "image.png" });
        var waiting = staff.Page.Locator("#composer .uploads li");
        await Expect(waiting).ToHaveCountAsync(2);
        await Expect(staff.Page.Locator("#composer .uploads input[name=files]")).ToHaveCountAsync(2);

        // What was sent survives a reload, like the text.
        await staff.Composer.FillAsync("It should look like this.");
        await staff.Page.ReloadAsync();
        await staff.Ready();
        await Expect(waiting).ToHaveCountAsync(2);
        await staff.Button("Send reply").ClickAsync();
        await staff.IsTold("Reply sent");
        await Expect(staff.Main.Locator(".msg .files img")).ToHaveCountAsync(2);
        await Expect(waiting).ToHaveCountAsync(0);
        await Screens.Keep(staff, "attachments-reply");

        var requester = await Helios.SignInAs(Roles.User);
        await requester.Go($"/larkspur/desk/tickets/{ticket.Key}");
        var picture = requester.Main.Locator(".msg .files img").First;
        await Expect(picture).ToBeVisibleAsync();
        await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 320);
        await requester.Main.Locator(".msg .files a").First.ClickAsync();
        await requester.IsAt("/larkspur/attachments/[0-9a-f-]+");
        await Expect(requester.Main.Locator(".preview img")).ToHaveJSPropertyAsync("naturalWidth", 320);
        var download = await requester.Page.RunAndWaitForDownloadAsync(() => requester.Link("Download").ClickAsync());
        Assert.Equal("dropped.png", download.SuggestedFilename);
    }

    [Fact]
    public async Task The_panel_takes_files_by_drop_and_by_choice_and_names_each()
    {
        var location = await Larkspur.Location("Tallinn office", "Tallinn");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"/larkspur/locations/{location.Key}");
        await tab.Sees(tab.Page.Locator("#panel-files").GetByText("Nothing is attached yet."));

        await tab.Page.EvaluateAsync(Give, new[] { "#panel-files", "drop", "floor plan.png" });
        await tab.IsTold("floor plan.png attached");
        await tab.Page.GetByLabel("Who sees the files").SelectOptionAsync("Everyone who sees this");
        await tab.Page.Locator("#panel-files input[type=file]").SetInputFilesAsync([
            new FilePayload { Name = "contract.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n"u8.ToArray() },
            new FilePayload { Name = "evil.html", MimeType = "image/png", Buffer = "<script>document.title='evil'</script>"u8.ToArray() },
        ]);
        await tab.IsTold("2 files attached");
        await Expect(tab.Page.Locator("#panel-files .rows li")).ToHaveCountAsync(3);

        await tab.Link("evil.html").ClickAsync();
        await tab.Sees("There is no preview of this file.");
        await tab.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("harmless.html");
        await tab.Button("Rename").ClickAsync();
        await tab.IsTold("Renamed to harmless.html");
        await tab.Button("Remove the file").ClickAsync();
        await tab.IsTold("File removed");
        await tab.SeesNo(tab.Link("harmless.html"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_says_so_and_holds_the_reply_until_it_is_removed()
    {
        var ticket = await Larkspur.Ticket("Large log", (await Larkspur.Somebody(Roles.User)).Key);
        var tab = await Helios.SignInAs(Roles.User);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Composer.FillAsync("Here is the log.");
        await tab.Page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.items.add(new File([new Uint8Array(27_000_000)], 'large.log'));
              document.querySelector('#composer').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """);
        await tab.Sees("Larger than 25 MB.");
        await tab.Button("Send").ClickAsync();
        await Expect(tab.Button("Remove large.log")).ToBeFocusedAsync();
        await tab.Keyboard.PressAsync("Enter");
        await tab.Button("Send").ClickAsync();
        await tab.IsTold("Message sent");
    }

    [Fact]
    public async Task Progress_is_shown_and_the_form_waits_for_what_is_on_its_way()
    {
        var ticket = await Larkspur.Ticket("Slow line", (await Larkspur.Somebody(Roles.User)).Key);
        var tab = await Helios.SignInAs(Roles.User);
        await tab.Go($"/larkspur/desk/tickets/{ticket.Key}");
        await tab.Composer.FillAsync("On its way.");
        var released = new TaskCompletionSource();
        await tab.Page.Intercept("**/uploads", async route =>
        {
            await released.Task;
            await route.ContinueAsync();
        });
        await tab.Page.EvaluateAsync(Give, new[] { "#composer", "drop", "slow.png" });
        await Expect(tab.Page.Locator("#composer .uploads progress")).ToBeVisibleAsync();
        await tab.Button("Send").ClickAsync();
        await Expect(tab.Page.Locator("#composer .uploads progress")).ToBeVisibleAsync();
        await Expect(tab.Main.Locator(".msg .files")).ToHaveCountAsync(0);

        released.SetResult();
        await tab.IsTold("Message sent");
        await Expect(tab.Main.Locator(".msg .files img")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_pdf_and_a_picture_open_by_themselves_without_a_complaint()
    {
        var location = await Larkspur.Location("Riga office", "Riga");
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go($"/larkspur/locations/{location.Key}");
        await tab.Page.Locator("#panel-files input[type=file]").SetInputFilesAsync(new FilePayload { Name = "lease.pdf", MimeType = "application/pdf", Buffer = Pdf });
        await tab.IsTold("lease.pdf attached");
        await tab.Link("lease.pdf").ClickAsync();
        await Expect(tab.Main.Locator("iframe.preview")).ToBeVisibleAsync();
        await Expect(tab.Link("Open in a tab of its own")).ToHaveAttributeAsync("target", "_blank");
        await Screens.Keep(tab, "attachment-pdf");
    }

    [Fact]
    public async Task Without_a_script_the_browsers_own_field_and_a_button_attach_files()
    {
        var location = await Larkspur.Location("Tartu office", "Tartu");
        var tab = await Helios.SignInAs(Roles.ItStaff, width: 390, scripts: false);
        await tab.Go($"/larkspur/locations/{location.Key}");
        var field = tab.Page.Locator("#panel-files input[type=file]");
        await Expect(field).ToHaveCSSAsync("opacity", "1");
        await field.SetInputFilesAsync(new FilePayload { Name = "by hand.txt", MimeType = "text/plain", Buffer = "By hand."u8.ToArray() });
        await tab.Page.Locator("#panel-files").GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await tab.Sees(tab.Link("by hand.txt"));
    }

    /// <summary>One page with a few words.</summary>
    static byte[] Pdf { get; } =
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
        4 0 obj<</Length 44>>stream
        BT /F1 24 Tf 40 100 Td (Lease of Riga) Tj ET
        endstream endobj
        5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
        trailer<</Root 1 0 R>>
        """u8.ToArray();
}
