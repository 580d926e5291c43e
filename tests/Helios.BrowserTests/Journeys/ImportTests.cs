using System.Text;
using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>People and places come in from files as other tools write them.</summary>
public sealed class ImportTests(RunningHelios helios) : Journey(helios)
{
    const string PeopleHeader = "First Name,Last Name,Email,Username,Activated,Location,Address,City,State,Country,Postal Code,Website,Phone,Job Title,Notes,Employee Number,Company,Manager,Remote,VIP,Start Date,End Date,Gravatar";

    // A mark at the beginning, quoted commas, no mail address, oneself as manager, an unknown manager, an unknown location, a row that names nobody, a day that is none.
    const string People =
        "\uFEFF" + PeopleHeader + """

        Alva,Brandt,alva.brandt@first.example,abrandt,true,"Quay, North",1 Quay Street,Tallinn,,EE,10111,https://first.example,895-137-2034,Analyst,"likes tea, not coffee","",,Alva Brandt,true,true,2022-03-18,2032-12-04,abrandt@soup.example
        Bruno,Costa,bruno.costa@first.example,bcosta,false,"Quay, North",1 Quay Street,,,,,,,Engineer,,"",,Alva Brandt,true,,,,
        Cleo,,,ccleo,true,Old Mill,3 Mill Lane,,,,,,,Accountant,,"",,,true,,,,
        Dana,Eriksen,dana.eriksen@first.example,deriksen,true,Old Mill,3 Mill Lane,,,,,,,,,"","Hand, Rohan",Nobody At All,false,,,,
        Enno,Fink,,,true,,,,,,,,,,,,,,,,,,
        Finn,Gruber,finn.gruber@first.example,fgruber,true,,,,,,,,,,,,,,,,someday,,
        """;

    const string Locations =
        "\uFEFF" + """
        name,address,address2,city,state,country,zip,manager,manager username,currency
        "Quay, North",1 Quay Street,,Tallinn,,EE,10111,,,EUR
        Airdrie,14 Summer Ridge Court,306 Buhler Parkway,Poniatowa,AB,CA,T4B,Clementina Van Halen,cvan1,CAD
        ,3 Nowhere Road,,,,,,,,
        """;

    [Fact]
    public async Task Locations_and_people_come_in_and_a_second_time_nothing_changes()
    {
        var tab = await Helios.SignInAs(Roles.Owner);
        await Upload(tab, "/larkspur/locations", "locations-sample.csv", Locations);
        await tab.Sees("has no name");
        await Start(tab, 3);
        await Counts(tab, ("Created", 2), ("Refused", 1));

        await Upload(tab, "/larkspur/people", "users-sample.csv", People);
        // The preview says what each row would do, in words.
        var preview = tab.Main.GetByRole(AriaRole.Table, new() { Name = "What the rows would do" });
        await tab.Sees(preview.GetByText("New location"));
        await tab.Sees(preview.GetByText("neither a user name nor a mail"));
        await tab.Sees(preview.GetByText("is no day"));
        await tab.Sees(preview.GetByText("Nobody is called “Nobody At All”"));
        await Expect(tab.Main.GetByLabel("Job Title", new() { Exact = true })).ToHaveValueAsync("title");
        await Expect(tab.Main.GetByLabel("Gravatar", new() { Exact = true })).ToHaveValueAsync("-");

        await Start(tab, 6);
        await Counts(tab, ("Created", 4), ("Refused", 2));
        var results = tab.Main.GetByRole(AriaRole.Table, new() { Name = "What became of the rows" });
        await Expect(results.GetByRole(AriaRole.Row)).ToHaveCountAsync(7);
        await tab.Sees(results.GetByRole(AriaRole.Row).Filter(new() { HasText = "Finn Gruber" }).GetByText("is no day"));
        await results.GetByRole(AriaRole.Link, new() { Name = "Bruno Costa" }).ClickAsync();
        await tab.IsAt("/larkspur/people/U-\\d+");
        await tab.Sees(tab.Main.GetByRole(AriaRole.Link, new() { Name = "Alva Brandt" }).First);
        await tab.Sees(tab.Main.GetByRole(AriaRole.Link, new() { Name = "Quay, North" }).First);

        await Upload(tab, "/larkspur/people", "users-sample.csv", People);
        await Start(tab, 6);
        await Counts(tab, ("Created", 0), ("Updated", 0), ("Unchanged", 4), ("Refused", 2));
        await Upload(tab, "/larkspur/locations", "locations-sample.csv", Locations);
        await Start(tab, 3);
        await Counts(tab, ("Created", 0), ("Updated", 0), ("Unchanged", 2), ("Refused", 1));
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_told_in_plain_words()
    {
        var tab = await Helios.SignInAs(Roles.ItStaff);
        await tab.Go("/larkspur/people/import");
        tab.Expects(422);
        await Choose(tab, "picture.csv", "\0\u0001\u0002");
        await tab.Sees("This file cannot be read.");
    }

    [Fact]
    public async Task A_long_file_shows_its_progress_and_can_be_stopped()
    {
        var tab = await Helios.SignInAs(Roles.Owner);
        var rows = string.Join('\n', Enumerable.Range(1, 2000).Select(i => $"Row {i},row{i}"));
        await Upload(tab, "/larkspur/people", "long.csv", "Name,Username\n" + rows);
        await tab.Button("Import 2,000 rows").ClickAsync();
        await tab.Sees(tab.Main.GetByRole(AriaRole.Progressbar));
        await tab.Button("Cancel").ClickAsync();
        await tab.Sees("Stopped");
        await tab.Sees(tab.Button("Go on"));
    }

    static async Task Upload(Tab tab, string list, string name, string csv)
    {
        await tab.Go(list);
        await tab.Main.GetByRole(AriaRole.Link, new() { Name = "Import", Exact = true }).ClickAsync();
        await tab.IsAt(list + "/import");
        await Choose(tab, name, csv);
        await tab.IsAt("/larkspur/imports/.+");
    }

    static async Task Choose(Tab tab, string name, string csv)
    {
        await tab.Field("CSV file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await tab.Button("Upload and look").ClickAsync();
    }

    static async Task Start(Tab tab, int rows)
    {
        await tab.Button($"Import {rows} rows").ClickAsync();
        await tab.Sees(tab.Main.Locator(".facts-line").GetByText("Done"));
    }

    static async Task Counts(Tab tab, params (string Label, int Count)[] counts)
    {
        foreach (var (label, count) in counts)
            await tab.Sees(tab.Main.GetByRole(AriaRole.Link, new() { Name = $"{label} {count}", Exact = true }));
    }
}
