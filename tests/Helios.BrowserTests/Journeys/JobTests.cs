using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.BrowserTests.Journeys;

/// <summary>An admin looks after what runs by itself.</summary>
public sealed class JobTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task A_dead_job_is_found_under_settings_and_retried_and_the_page_moves_by_itself()
    {
        var tab = await Helios.SignInAs(Roles.Owner);
        var job = await Larkspur.DeadJob("The disk was full.");
        await tab.Go("/larkspur/settings");
        await tab.Link("Jobs").First.ClickAsync();
        await tab.IsAt("/larkspur/settings/jobs");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Dead 1" }).ClickAsync();
        await tab.Page.Locator($"#job-{job} a.cover").ClickAsync();
        await tab.IsAt($"/larkspur/settings/jobs/list/{job}");
        await tab.Sees("The disk was full.");

        await tab.Button("Retry").ClickAsync();

        // The import that it names is gone, so there is nothing to do: the page says so without being asked.
        await tab.Sees(tab.Main.GetByText("Done", new() { Exact = true }));
        await tab.Sees(tab.Button("Drop"));
    }

    [Fact]
    public async Task A_schedule_is_changed_and_run_now()
    {
        var tab = await Helios.SignInAs(Roles.Owner);
        await Larkspur.Schedule();
        await tab.Go("/larkspur/settings/jobs");
        await tab.Sees("Every day at 03:10");

        await tab.Link("Change the schedule: Close resolved tickets").ClickAsync();
        await tab.Field("When").FillAsync("now and then");
        tab.Expects(422);
        await tab.Button("Save schedule").ClickAsync();
        await tab.Sees("This says no times.");
        await tab.Field("When").FillAsync("weekdays 06:00");
        await tab.Button("Save schedule").ClickAsync();
        await tab.Sees("Monday to Friday at 06:00");

        await tab.Button("Run now: Close resolved tickets").ClickAsync();
        await tab.Sees("Closed 0 tickets.");
    }
}
