using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Importing;
using Helios.Core.Importing;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Labeling;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.Locations.Importing;

/// <summary>Imports locations.</summary>
public sealed class LocationsImport : RowCommandTarget
{
    static readonly ImportColumn[] All =
    [
        new("name", "Name", "Location", "Location name", "Site"),
        new("address", "Address", "Street", "Street address", "Address 1"),
        new("address2", "Second line of the address", "Address 2", "Address line 2", "Suite"),
        new("city", "City", "Town"),
        new("state", "State", "Province", "Region"),
        new("country", "Country"),
        new("postalCode", "Postal code", "Zip", "Zip code", "Postcode"),
        new("manager", "Manager", "Location manager"),
        new("managerUsername", "User name of the manager", "Manager username", "Manager login"),
        new("parent", "Part of", "Parent", "Parent location", "Parent location name"),
        new("currency", "Currency", "Currency code"),
        new("notes", "Notes", "Note", "Comment", "Comments"),
    ];

    public override string Kind => "location";

    public override string Label => "{Location+}";

    public override string ListPage => "/locations";

    public override string Permission => "locations:write";

    public override string Rules =>
        "{Location+} are recognized by name and address. An empty cell leaves what stands there. A manager whom nobody knows is left out; "
        + "the whole that one is part of may come later in the file.";

    public override IReadOnlyList<ImportColumn> Columns => All;

    public override string TitleOf(ImportCells row) => new PlaceRow(row).Shown;

    public override IEnumerable<string> NamesOf(ImportCells row)
    {
        if (User.Fold(row["name"]) is { } name)
            yield return $"{name}\n{User.Fold(row["address"])}";
    }

    public override IEnumerable<string> CalledBy(ImportCells row) => new[] { User.Fold(row["name"]) }.OfType<string>();

    public override string? Missing(IReadOnlySet<string> fields) =>
        fields.Contains("name") ? null : "No column is read as the name. Choose the column with the name below.";

    protected override async Task<IReadOnlyList<RowPlan>> Plan(HeliosDb db, IReadOnlyList<ImportCells> rows, ImportSheet file, CancellationToken stop)
    {
        List<PlaceRow> places = [.. rows.Select(row => new PlaceRow(row))];
        var around = await Around(db, places, stop);
        return [.. places.Select(row => Plan(row, new PlaceMatch(row, around), file))];
    }

    protected override ICommand<Nothing> Take(EntityRef<Import> import, ImportCells row) => new ImportLocation(import, row.Number, row.Cells);

    protected override ICommand<Nothing> Settle(EntityRef<Import> import, int number) => new SettleLocation(import, number);

    /// <summary>Loads what rows may mean.</summary>
    internal static Task<PeopleAround> Around(HeliosDb db, IReadOnlyList<PlaceRow> rows, CancellationToken stop) => PeopleAround.Load(
        db, rows.SelectMany(row => new[] { row.Manager, row.ManagerName }), rows.SelectMany(row => new[] { row.Name, row.Parent }), stop);

    /// <summary>The label of a field or of a row's property.</summary>
    internal static string LabelOf(string field) =>
        Labels.Plain.Fill(Array.Find(All, column => string.Equals(column.Field, field, StringComparison.Ordinal))?.Label ?? field);

    static RowPlan Plan(PlaceRow row, PlaceMatch match, ImportSheet file)
    {
        if (match.Refusal is { } refusal)
            return RowPlan.Refuse(row.Shown, refusal);
        List<string> warnings = [.. match.Warnings];
        if (match.UnknownParent is { } parent && !file.Names(User.Fold(parent)!))
            warnings.Add(PlaceMatch.Unknown(parent));
        if (match.Place is not { } place)
            return new RowPlan(RowOutcome.Created, row.Shown) { Warnings = warnings };

        var before = PlaceFacts.Of(place);
        row.Fill(place);
        place.ManagerId = match.Manager?.Id ?? place.ManagerId;
        place.ParentId = match.Parent?.Id ?? place.ParentId;
        var changes = PlaceFacts.Changed(before, PlaceFacts.Of(place));
        return new RowPlan(changes.Count > 0 ? RowOutcome.Updated : RowOutcome.Unchanged, row.Shown) { Warnings = warnings, Changes = changes };
    }
}
