using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Directory.People.Queries;
using Helios.Core.Importing;
using Helios.Core.Importing.Commands;
using Helios.Core.Importing.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Tests.PeopleAndPlaces;
using Xunit;

namespace Helios.Tests.Importing;

public sealed class PeopleImportTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    const string Header = "First Name,Last Name,Email,Username,Activated,Location,Address,City,Job Title,Manager,Remote,VIP,Start Date,Gravatar";

    [Fact]
    public async Task A_file_makes_people_and_their_locations_and_a_second_time_changes_nothing()
    {
        var csv = $"""
            {Header}
            Ada,Quist,ada@first.example,aquist,true,North Works,1 Mill Lane,Oslo,Engineer,Bo Lind,true,true,2026-03-01,x@y.example
            Bo,Lind,bo@first.example,blind,false,North Works,2 Mill Lane,,,,false,,,
            Cy,,,csolo,true,,,,,Nobody Here,,,,
            """;

        var first = await house.Import("user", csv);
        Assert.Equal(new ImportCounts(3, 0, 0, 0, 1), first.Counts);
        var ada = await Person("aquist");
        Assert.Equal(("Ada Quist", "Engineer", true, true, true, new DateOnly(2026, 3, 1)), (ada.Name, ada.Title, ada.IsActive, ada.IsVip, ada.IsRemote, ada.StartsOn!.Value));
        Assert.Equal(("North Works", "1 Mill Lane", "Bo Lind"), (ada.Location!.Name, ada.Location.Address, ada.Manager!.Name));
        Assert.False((await Person("blind")).IsActive);
        Assert.Equal(("Cy", null), ((await Person("csolo")).Name, (await Person("csolo")).Manager));
        Assert.Equal(2L, await house.One<long>("select count(*) from location where name = 'North Works'"));

        var events = await PeopleEvents();
        var second = await house.Import("user", csv);
        Assert.Equal(new ImportCounts(0, 0, 3, 0, 1), second.Counts);
        Assert.Equal(events, await PeopleEvents());
        Assert.Contains("Nobody is called “Nobody Here”", Assert.Single((await house.RowsOf(second))[2].Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_cell_changes_its_field_only_and_an_empty_one_leaves_what_stands()
    {
        await house.Import("user", "Username,Name,Phone,Title\ndchange,Dee Change,12,Nurse");

        var changed = await house.Import("user", "Username,Name,Phone,Title\nDCHANGE,Dee Change,,Doctor");

        Assert.Equal(["Job title", "User name"], (await house.RowsOf(changed))[0].Changes.Order(StringComparer.Ordinal));
        var dee = await Person("dchange");
        Assert.Equal(("12", "Doctor"), (dee.Phone, dee.Title));
    }

    [Fact]
    public async Task People_are_recognized_by_user_name_then_by_mail()
    {
        var known = (await house.Do(new CreateUser { Name = "Known By Mail", Mail = "known@second.example" })).Expect();

        var import = await house.Import("user", "Name,Email,Username\nKnown By Mail,Known@Second.example,newlogin");

        Assert.Equal(known.Key, (await house.RowsOf(import))[0].EntityKey);
        Assert.Equal(known.Key, (await Person("newlogin")).Key);
    }

    [Fact]
    public async Task Refused_rows_say_why_and_can_be_downloaded_with_the_reason()
    {
        await house.Do(new CreateUser { Name = "Owner Of Mail", Mail = "taken@third.example" });
        var import = await house.Import("user", """
            Name,Email,Username,Activated,Start Date
            No Key,,,,
            Bad Mail,nowhere,badmail,,
            Bad Flag,,badflag,perhaps,
            Bad Day,,badday,,17/11/2026
            Taken,taken@third.example,takenmail,,
            Taken Twice,,takenmail,,
            ,,noname,,
            Good,good@third.example,goodone,yes,17.11.2026
            """);

        Assert.Equal((1, 1, 6), (import.Counts.Created, import.Counts.Updated, import.Counts.Refused));
        var rows = await house.RowsOf(import);
        string[] words = ["neither a user name nor a mail", "no mail address", "neither yes nor no", "is no day", "", "Row 6 of this file", "has no name"];
        foreach (var (row, word) in rows.Zip(words))
            Assert.Contains(word, row.Reason ?? "", StringComparison.Ordinal);
        var file = (await house.Ask(new ExportRefusedRows(new EntityRef<Import>(import.Key)))).Expect();
        Assert.Equal("people-refused.csv", file.FileName);
        Assert.StartsWith("Name,Email,Username,Activated,Start Date,Reason\r\nNo Key,,,,,\"The row has neither", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managers_may_come_later_but_nobody_manages_himself_not_even_in_a_circle()
    {
        var csv = """
            Name,Username,Manager
            Self One,selfone,Self One
            Round A,rounda,roundb
            Round B,roundb,Round A
            Under,under,overlast
            Over Last,overlast,
            """;

        var import = await house.Import("user", csv);

        Assert.Null((await Person("selfone")).Manager);
        Assert.Equal("Round A", (await Person("roundb")).Manager!.Name);
        Assert.Null((await Person("rounda")).Manager);
        Assert.Equal("Over Last", (await Person("under")).Manager!.Name);
        Assert.Equal(2, import.Counts.Warned);
        var again = await house.Import("user", csv);
        Assert.Equal((0, 0, 5), (again.Counts.Created, again.Counts.Updated, again.Counts.Unchanged));
    }

    [Fact]
    public async Task The_preview_tells_what_each_row_would_do_and_columns_can_be_corrected()
    {
        await house.Import("user", "Name,Username,Title\nPre View,preview1,Nurse");
        var import = await house.Upload("user", "Wer,Login,Title,Chef\nPre View,preview1,Doctor,\nNew Face,preview2,Nurse,preview1\nPre View,preview1,Nurse,\n,,x,");

        var draft = await house.Details(import);
        Assert.Equal(["", "username", "title", ""], draft.Columns.Select(column => column.Field));
        Assert.NotNull(draft.Missing);
        Assert.Equal("columns", (await house.Do(new StartImport(import))).Problem!.Fields[0].Field);
        Assert.Equal("columns", (await house.Do(new ChooseImportColumns(import, ["name", "name", "", ""]))).Problem!.Fields[0].Field);

        (await house.Do(new ChooseImportColumns(import, ["name", "username", "title", "manager"]))).Expect();
        draft = await house.Details(import);
        Assert.Null(draft.Missing);
        Assert.Equal(["updated", "created", "refused", "refused"], draft.Preview.Select(row => row.Outcome));
        Assert.Equal(["Job title"], draft.Preview[0].Changes);
        Assert.Equal(0L, await house.One<long>("select count(*) from \"user\" where username_key = 'preview2'"));
        Assert.Equal("Nurse", (await Person("preview1")).Title);
    }

    [Fact]
    public async Task An_import_that_is_stopped_midway_goes_on_and_does_nothing_twice()
    {
        var csv = "Name,Username,Location,Address\n" + string.Join('\n', Enumerable.Range(1, 150).Select(n => $"Crash {n},crash{n},Crash site {n % 7},Road {n % 7}"));
        var import = await house.Upload("user", csv);
        (await house.Do(new StartImport(import))).Expect();

        await house.RunJobs(async () => await RowsDone(import) >= 20);
        var done = await RowsDone(import);
        Assert.InRange(done, 20, 149);
        Assert.True((await house.Details(import)).State is ImportState.Running);
        var finished = await house.WorkOff(import);

        Assert.Equal(new ImportCounts(150, 0, 0, 0, 0), finished.Counts);
        Assert.Equal(150L, await house.One<long>("select count(*) from \"user\" where username_key like 'crash%'"));
        Assert.Equal(7L, await house.One<long>("select count(*) from location where name like 'Crash site%'"));
        Assert.Equal(0L, await house.One<long>("select count(*) from import_file f join import i on i.id = f.import_id where i.key = $1", import.Text));
    }

    [Fact]
    public async Task A_canceled_import_keeps_what_was_done_and_can_be_started_again()
    {
        var csv = "Name,Username\n" + string.Join('\n', Enumerable.Range(1, 30).Select(n => $"Cancel {n},cancel{n}"));
        var import = await house.Upload("user", csv);
        (await house.Do(new StartImport(import))).Expect();
        Assert.Equal(ProblemKind.Conflict, (await house.Do(new StartImport(import))).Problem!.Kind);

        Assert.Equal(ImportState.Canceled, (await house.Do(new CancelImport(import))).Expect().State);
        Assert.Equal("canceled", await house.One<string>("select j.state from platform.job j join import i on i.id = j.subject_id where i.key = $1", import.Text));
        (await house.Do(new StartImport(import))).Expect();
        Assert.Equal(30, (await house.WorkOff(import)).Counts.Created);
        Assert.Equal(ProblemKind.Conflict, (await house.Do(new StartImport(import))).Problem!.Kind);
    }

    [Fact]
    public async Task Who_may_not_write_people_cannot_import_them()
    {
        var problem = (await house.Do(new UploadImport("user", "a.csv", Convert.ToBase64String("Name,Username\nA,b"u8)), house.As("user"))).Problem!;
        Assert.Equal(ProblemKind.Forbidden, problem.Kind);
        Assert.Equal("target", (await house.Do(new UploadImport("planet", "a.csv", Convert.ToBase64String("Name\nA"u8)))).Problem!.Fields[0].Field);
    }

    async Task<UserDetails> Person(string username)
    {
        var row = Assert.Single((await house.Ask(new ListUsers { Q = $"username:{username}" })).Expect().Items);
        return (await house.Ask(new GetUser(new EntityRef<User>(row.Key)))).Expect();
    }

    async Task<long> PeopleEvents() => await house.One<long>("select count(*) from event where kind in ('user', 'location')");

    async Task<long> RowsDone(EntityRef<Import> import) =>
        await house.One<long>("select count(*) from import_row r join import i on i.id = r.import_id where i.key = $1", import.Text);
}
