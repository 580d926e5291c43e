using Xunit;

namespace Helios.BrowserTests.Components;

/// <summary>The whole way without a mouse.</summary>
public sealed class KeyboardTests(ComponentSite site) : IClassFixture<ComponentSite>
{
    [Fact]
    public async Task The_palette_finds_a_record_by_its_key_and_opens_it()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/list");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("T-1041");
        await page.Until("document.querySelector('.palette [aria-selected=true]')?.textContent.includes('Phishing') === true");
        await page.Keyboard.PressAsync("Enter");

        await page.Until("location.pathname.endsWith('/record') && document.activeElement.id === 'main'");
        Assert.False(await page.Is("document.querySelector('dialog.palette').open"));
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task The_palette_gives_the_focus_back_and_says_how_many_it_found()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/list");
        await page.Tab.Locator("tr#T-1040 .cover").FocusAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("@mei");
        await page.Until("document.querySelector('.palette [role=status]').textContent === '1 result'");
        await page.Keyboard.PressAsync("Escape");

        Assert.True(await page.Is("document.activeElement.closest('tr')?.id === 'T-1040' && location.pathname.endsWith('/list')"));
    }

    [Fact]
    public async Task The_palette_says_why_a_command_cannot_be_done_now_and_stays()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/list");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync(">restart");
        await page.Until("document.querySelector('.palette [aria-selected=true]')?.ariaDisabled === 'true'");
        await page.Keyboard.PressAsync("Enter");

        Assert.True(await page.Is("document.querySelector('.palette [role=status]').textContent === 'Needs approval from Amara Osei'"));
        Assert.True(await page.Is("document.querySelector('dialog.palette').open && location.pathname.endsWith('/list')"));
    }

    [Fact]
    public async Task Keys_walk_from_anywhere_to_the_list_down_its_rows_and_into_a_record()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/empty");

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("t");
        await page.Until("location.pathname.endsWith('/list') && document.title.startsWith('Tickets') && !document.documentElement.ariaBusy");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        Assert.True(await page.Is("document.activeElement.closest('tr')?.id === 'T-1041'"));
        await page.Keyboard.PressAsync("Enter");
        await page.Until("location.pathname.endsWith('/record') && document.querySelector('reply-composer') !== null");
        await page.Keyboard.PressAsync("Escape");
        await page.Until("location.pathname.endsWith('/list')");
    }

    [Fact]
    public async Task Keys_are_letters_while_somebody_types()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/list");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("g tcj?");

        Assert.Equal("g tcj?", await page.Tab.Locator("input[name=q]").InputValueAsync());
        Assert.True(await page.Is("location.pathname.endsWith('/list') && !document.querySelector('dialog[open]')"));
    }

    [Fact]
    public async Task A_draft_survives_leaving_the_page_with_its_audience_and_goes_when_it_is_sent()
    {
        await using var window = await site.Window();
        var page = await ComponentPage.Open(window, site, "/record");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("only for us");

        await page.Go("/list");
        await page.Go("/record");
        Assert.True(await page.Is("document.querySelector('input[value=internal]').checked && document.querySelector('textarea').value === 'only for us'"));
        await page.Tab.Locator("textarea").FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");

        await page.Until("document.querySelector('textarea').value === '' && !Object.keys(sessionStorage).some(k => k.startsWith('helios-draft'))");
    }
}
