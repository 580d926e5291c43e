using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Web.Lists;

namespace Helios.Core.Importing.Generic;

/// <summary>Imports any kind by the commands that make and change one: no kind has a line of its own here.</summary>
sealed class GenericImport : ImportTarget
{
    static readonly string[] TitleFields = ["name", "subject", "title"];

    readonly Registry registry;
    readonly KindShape shape;
    readonly string? identity;

    public GenericImport(Registry registry, KindShape shape)
    {
        this.registry = registry;
        this.shape = shape;
        identity = registry.Contributions<ImportIdentity>().FirstOrDefault(known => known.Value.Kind == shape.Kind.Name)?.Value.Field;
        Columns = shape.Columns(registry);
        ListPage = registry.Contributions<EntityList>().FirstOrDefault(list => list.Value.Kind == shape.Kind.Name)?.Value.Path ?? "";
    }

    public override string Kind => shape.Kind.Name;

    public override string Label => shape.Kind.Label.Many;

    public override string ListPage { get; }

    public override string UploadPage => $"/imports/new/{Kind}";

    public override string Permission => shape.Create.Permission ?? "imports:write";

    public override string Rules => $"{Label} are recognized by their key{(identity is null ? "" : $", then by {LabelOf(identity).ToLowerInvariant()}")}; every other row becomes a new one. "
        + $"An empty cell leaves what stands there. What a cell refers to is written as its key or as its name, if only one is called so; several stand apart with semicolons. {Changeable}";

    public override IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>What can be changed of a record that is there.</summary>
    string Changeable
    {
        get
        {
            var open = (shape.Update is null ? [] : KindShape.FieldsOf(shape.Update).Select(part => part.Name)).Concat(shape.Setters.Keys).Append(KindShape.Tags).Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
            var closed = shape.Fields.Where(part => !open.Contains(part.Name)).Select(part => LabelOf(part.Name)).ToList();
            return closed.Count == 0 ? "" : $"{string.Join(", ", closed)} {(closed.Count == 1 ? "is" : "are")} taken for new ones only.";
        }
    }

    public override string TitleOf(ImportCells row) => TitleFields.Select(field => row[field]).FirstOrDefault(text => text is not null) ?? row[KindShape.Key]?.ToUpperInvariant() ?? $"Row {row.Number}";

    public override IEnumerable<string> NamesOf(ImportCells row)
    {
        if (row[KindShape.Key] is { } key)
            yield return $"key:{key.ToUpperInvariant()}";
        if (identity is not null && row[identity] is { } name)
            yield return $"identity:{name.ToUpperInvariant()}";
    }

    public override IEnumerable<string> CalledBy(ImportCells row) => [];

    public override string? Missing(IReadOnlySet<string> fields)
    {
        if (fields.Contains(KindShape.Key))
            return null;
        var missing = KindShape.FieldsOf(shape.Create).Where(field => field.IsRequired && !fields.Contains(field.Name)).Select(field => LabelOf(field.Name)).ToList();
        return missing.Count == 0 ? null : $"No column is read as {string.Join(" or ", missing.Select(label => label.ToLowerInvariant()))}. Choose the column below; or one with the keys, to change {Label.ToLowerInvariant()} that are there.";
    }

    public override async Task<IReadOnlyList<RowPlan>> Plan(ImportLook look, Import import, IReadOnlyList<ImportCells> rows, ImportSheet file)
    {
        // The rows are really done, and taken back: so a preview knows every rule that the import will meet.
        await using var series = await look.Commands.Begin(look.Scope with { Door = Door.Job }, look.Stop);
        var dry = new ImportSeries(series, registry, import, isDry: true, look.Stop);
        List<RowPlan> plans = [];
        foreach (var row in rows)
            plans.Add(await new GenericRow(registry, shape, identity, dry, row, TitleOf(row), LabelOf).Do() switch
            {
                { Problem: { } problem } => RowPlan.Refuse(TitleOf(row), problem.Text),
                var done => done.Value!,
            });
        return plans;
    }

    public override async Task<Problem?> Do(ImportSeries series, ImportCells row) =>
        (await new GenericRow(registry, shape, identity, series, row, TitleOf(row), LabelOf).Do()).Problem;

    string LabelOf(string field) => Columns.FirstOrDefault(column => column.Field == field || column.Field + "Id" == field)?.Label ?? Exporting.ExportColumns.Words(field);
}
