using Helios.Core.Directory.People.Commands;
using Helios.Core.Importing;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Labeling;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.People.Importing;

/// <summary>Imports people.</summary>
public sealed class PeopleImport : RowCommandTarget
{
    static readonly ImportColumn[] All =
    [
        new("username", "User name", "Login", "Account", "User", "sAMAccountName", "User ID"),
        new("mail", "Mail address", "Email", "Email address", "Primary email", "Mail", "UPN", "User principal name"),
        new("firstName", "First name", "Given name", "Forename"),
        new("lastName", "Last name", "Surname", "Family name"),
        new("name", "Name", "Full name", "Display name"),
        new("active", "Active", "Activated", "Enabled", "Is active"),
        new("title", "Job title", "Title", "Position", "Role"),
        new("phone", "Phone", "Phone number", "Telephone", "Work phone", "Mobile"),
        new("company", "Company", "Organization", "Employer"),
        new("employeeNumber", "Employee number", "Employee ID", "Employee No", "Personnel number", "Staff number"),
        new("manager", "Manager", "Manager username", "Manager email", "Reports to", "Supervisor"),
        new("location", "{Location}", "Location", "Site", "Office"),
        new("address", "Address of the {location}", "Address of the location", "Address", "Street", "Street address"),
        new("city", "City of the {location}", "City of the location", "City", "Town"),
        new("state", "State of the {location}", "State of the location", "State", "Province", "Region"),
        new("country", "Country of the {location}", "Country of the location", "Country"),
        new("postalCode", "Postal code of the {location}", "Postal code of the location", "Postal code", "Zip", "Zip code", "Postcode"),
        new("website", "Website", "Web", "URL", "Homepage"),
        new("remote", "Remote", "Works remotely"),
        new("vip", "VIP"),
        new("starts", "First day", "Start date", "Hire date", "Starts on"),
        new("ends", "Last day", "End date", "Leave date", "Ends on"),
        new("notes", "Notes", "Note", "Comment", "Comments"),
    ];

    public override string Kind => "user";

    public override string Label => "{User+}";

    public override string ListPage => "/people";

    public override string Permission => "users:write";

    public override string Rules =>
        "{User+} are recognized by user name, then by mail address. An empty cell leaves what stands there. What is not known as {location} is made; "
        + "a manager may come later in the file, and stays empty if nobody is called so.";

    public override IReadOnlyList<ImportColumn> Columns => All;

    public override string TitleOf(ImportCells row) => new PersonRow(row).Shown;

    public override IEnumerable<string> NamesOf(ImportCells row)
    {
        if (User.Fold(row["username"]) is { } username)
            yield return $"username:{username}";
        if (User.Fold(row["mail"]) is { } mail)
            yield return $"mail:{mail}";
    }

    public override IEnumerable<string> CalledBy(ImportCells row) =>
        new[] { row["username"], row["mail"], new PersonRow(row).FullName }.Select(User.Fold).OfType<string>();

    public override string? Missing(IReadOnlySet<string> fields)
    {
        if (!fields.Contains("username") && !fields.Contains("mail"))
            return "No column is read as user name or mail address, so nobody could be recognized. Choose one below.";
        return fields.Contains("name") || fields.Contains("firstName") || fields.Contains("lastName")
            ? null
            : "No column is read as a name. Choose the column with the name, or with first and last name, below.";
    }

    protected override async Task<IReadOnlyList<RowPlan>> Plan(HeliosDb db, IReadOnlyList<ImportCells> rows, ImportSheet file, CancellationToken stop)
    {
        List<PersonRow> people = [.. rows.Select(row => new PersonRow(row))];
        var around = await PeopleAround.Load(db, people, stop);
        return [.. people.Select(row => Plan(row, new PersonMatch(row, around), file))];
    }

    public override Task Ahead(ImportSeries series, IReadOnlyList<ImportCells> rows) =>
        series.Keep(() => PeopleAround.Load(series.Db, rows.Select(row => new PersonRow(row)), series.Stop));

    protected override ICommand<Nothing> Take(EntityRef<Import> import, ImportCells row) => new ImportUser(import, row.Number, row.Cells);

    protected override ICommand<Nothing> Settle(EntityRef<Import> import, int number) => new SettleUser(import, number);

    /// <summary>The label of a field or of a row's property.</summary>
    internal static string LabelOf(string field) =>
        Labels.Plain.Fill(Array.Find(All, column => string.Equals(column.Field, field, StringComparison.Ordinal))?.Label ?? field);

    static RowPlan Plan(PersonRow row, PersonMatch match, ImportSheet file)
    {
        if (match.Refusal is { } refusal)
            return RowPlan.Refuse(row.Shown, refusal);
        List<string> warnings = [.. match.Warnings];
        if (match.UnknownManager is { } manager && !file.Names(User.Fold(manager)!))
            warnings.Add(PersonMatch.Unknown(manager));
        if (match.Person is not { } user)
            return new RowPlan(RowOutcome.Created, row.Shown) { Warnings = warnings, Changes = match.IsNewLocation ? ["New location"] : [] };

        var before = PersonFacts.Of(user);
        row.Fill(user);
        user.LocationId = match.IsNewLocation ? Guid.Empty : match.Location?.Id ?? user.LocationId;
        user.ManagerId = match.Manager?.Id ?? user.ManagerId;
        var changes = PersonFacts.Changed(before, PersonFacts.Of(user));
        return new RowPlan(changes.Count > 0 ? RowOutcome.Updated : RowOutcome.Unchanged, row.Shown) { Warnings = warnings, Changes = changes };
    }
}
