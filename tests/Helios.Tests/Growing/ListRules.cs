using System.Text.Json.Nodes;
using Helios.Kernel.Entities;
using Helios.Kernel.Queries;
using Helios.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Helios.Tests.Growing;

/// <summary>Lists stay fast and whole: a fixed number of statements, leakproof columns with their indices, cursors that lose nothing.</summary>
sealed class ListRules(GrowingHouse house)
{
    /// <summary>What the filter compiler and the cursors use of a type; each must be leakproof, or row-level security hides its index.</summary>
    static readonly string[] Operators = ["=", "<>", "<", "<=", ">", ">="];

    IEnumerable<Declared> Lists => house.Everything.Where(declared => typeof(ListInput).IsAssignableFrom(declared.Input));

    /// <summary>Lists that ask more often the more rows they show, or more often than twice.</summary>
    public async Task<List<string>> Statements()
    {
        List<string> violations = [];
        using var statements = new StatementCount();
        foreach (var list in Lists)
        {
            var kind = await KindOf(list);
            await Stock(kind, 50);
            var few = await Count(statements, list, 2);
            var many = await Count(statements, list, 50);
            // A page that holds everything counts itself and spares a statement.
            if (many > few)
                violations.Add($"{list} sends {few} statements for 2 rows and {many} for 50: it asks once per row.");
            if (many is 0 or > 2)
                violations.Add($"{list} sends {many} statements with its count; one or two is the limit.");
        }

        return violations;
    }

    /// <summary>Stock views whose filter or order the list does not read.</summary>
    public async Task<List<string>> StockViews()
    {
        List<string> violations = [];
        foreach (var list in Lists)
        {
            var kind = await KindOf(list);
            foreach (var view in Declarations().Single(known => known.RowType == kind.Type).Views)
            {
                var outcome = await Samples.Send(house, list, new JsonObject { ["q"] = view.Filter, ["sort"] = view.Sort }, house.Larkspur.Owner);
                if (!outcome.Succeeded)
                    violations.Add($"The view “{view.Label}” of {list} cannot be shown: {outcome.Problem.Text} {string.Join(' ', outcome.Problem.Fields.Select(field => field.Text))} Mend its Filter or Sort.");
            }
        }

        return violations;
    }

    /// <summary>Walks that lose a row, repeat one, or leave the order.</summary>
    public async Task<List<string>> Cursors()
    {
        List<string> violations = [];
        foreach (var list in Lists)
        {
            var kind = await KindOf(list);
            await Stock(kind, 30);
            foreach (var sort in Declarations().Single(known => known.RowType == kind.Type).Sorts.SelectMany(sort => new[] { sort.Name, "-" + sort.Name }))
            {
                var all = await Page(list, sort, 200, null);
                List<string> walked = [];
                List<string> back = [];
                for (string? after = null, before = null; ;)
                {
                    var page = await Page(list, sort, 7, after);
                    walked.AddRange(page.Ids);
                    if ((after = page.Next) is null || walked.Count > 2000)
                    {
                        back.AddRange(page.Ids);
                        before = page.Previous;
                        while (before is not null && back.Count <= 2000)
                        {
                            page = await Page(list, sort, 7, before, isBackward: true);
                            back.InsertRange(0, page.Ids);
                            before = page.Previous;
                        }

                        break;
                    }
                }

                if (!back.SequenceEqual(walked))
                    violations.Add($"{list} by {sort} shows {back.Distinct().Count()} of {walked.Count} rows on the way back, or in another order.");

                var rows = await Rows(kind);
                if (walked.Count != rows || walked.Distinct().Count() != rows || !walked.Take(all.Ids.Count).SequenceEqual(all.Ids))
                    violations.Add($"{list} by {sort} shows {walked.Distinct().Count()} of {rows} rows by its cursors ({walked.Count - walked.Distinct().Count()} of them twice), or in another order than on one page.");
            }
        }

        return violations;
    }

    /// <summary>Filter fields and sort keys over columns that row-level security would make slow.</summary>
    public async Task<List<string>> Columns()
    {
        List<string> violations = [];
        await using var db = house.Context(house.Larkspur.Owner);
        foreach (var list in Declarations())
        {
            var type = db.Model.FindEntityType(list.RowType)!;
            foreach (var (field, column) in list.Fields.Infos.SelectMany(info => info.Columns.Select(column => (info.Name, column))))
                violations.AddRange(await Leaking(type, column, $"The filter field {field}"));
            foreach (var sort in list.Sorts)
            {
                violations.AddRange(await Leaking(type, sort.Column, $"The sort key {sort.Name}"));
                violations.AddRange(await Unindexed(type, sort.Column, $"The sort key {sort.Name} of {type.GetTableName()}"));
            }
        }

        return violations;
    }

    /// <summary>Lists without a declaration, and declarations without a list.</summary>
    public async Task<List<string>> Unlisted()
    {
        HashSet<Type> listed = [];
        foreach (var list in Lists)
            listed.Add((await KindOf(list)).Type);
        return [.. Declarations().Where(known => !listed.Contains(known.RowType)).Select(known => $"{known.RowType.Name} declares filter and sort, and no query lists it.")];
    }

    /// <summary>Columns of pages that no file can show, since no field of the row is named like them.</summary>
    public IEnumerable<string> Unwritten() =>
        from page in house.Registry.Contributions<Web.Lists.EntityList>()
        let list = Declarations().Single(known => known.RowType == house.Registry.Kind(page.Value.Kind)!.Type)
        let row = Kernel.Input.RecordContract.Of(house.Registry.Query(list.Query).ResultType.GetGenericArguments()[0])
        from column in page.Value.Fields
        where !row.Fields.Any(field => Core.Exporting.ExportColumns.IsAbout(column, field.Name))
        select $"The column {column.Name} of the list of {page.Value.Kind} is about no field of {row.Json.Type.Name}, so exports lack it. Name one by Field.";

    IEnumerable<ListDeclaration> Declarations() => house.Registry.Contributions<ListDeclaration>().Select(known => known.Value);

    async Task<IEnumerable<string>> Leaking(IEntityType type, string property, string what)
    {
        var column = type.FindProperty(property)!;
        var leaking = await house.Column<string>(
            """
            select o.oprname || ' of ' || format_type(o.oprleft, null) from pg_attribute a
            join pg_operator o on o.oprleft = case when a.atttypid = 'varchar'::regtype then 'text'::regtype else a.atttypid end and o.oprright = o.oprleft and o.oprname = any($3)
            join pg_proc p on p.oid = o.oprcode
            where a.attrelid = $1::regclass and a.attname = $2 and not p.proleakproof
            """, $"\"{type.GetTableName()}\"", column.GetColumnName(), Operators);
        return leaking.Select(found => $"{what} reads {type.GetTableName()}.{column.GetColumnName()} with {found}, which is not leakproof: row-level security hides its index. Take text, a number, uuid, boolean, date or timestamptz.");
    }

    async Task<IEnumerable<string>> Unindexed(IEntityType type, string property, string what)
    {
        var column = type.FindProperty(property)!.GetColumnName();
        var table = $"\"{type.GetTableName()}\"";
        List<string> violations = [];
        if (!await house.One<bool>("select attnotnull from pg_attribute where attrelid = $1::regclass and attname = $2", table, column))
            violations.Add($"{what} may be null, so rows without a value are lost between pages. Make the column not null.");
        if (!await house.One<bool>(
            """
            select exists (select from pg_index i where i.indrelid = $1::regclass and i.indpred is null and i.indisvalid
              and (select array_agg(a.attname::text order by k.n) from unnest(i.indkey) with ordinality k(attnum, n) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.n <= 3)
                = array['organization_id', $2, 'id'])
            """, table, column))
            violations.Add($"{what} has no index (organization_id, {column}, id), so a page sorts the whole table. Make one.");
        return violations;
    }

    async Task<KindDeclaration> KindOf(Declared list)
    {
        var first = (await Page(list, null, 1, null)).Key;
        return house.Registry.KindByPrefix(first!.Split('-')[0])!;
    }

    async Task Stock(KindDeclaration kind, int rows)
    {
        var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
        for (var have = await Rows(kind); have < rows; have++)
            await house.Makers.Make(sampler, kind);
    }

    Task<long> Rows(KindDeclaration kind) =>
        house.One<long>("select count(*) from entity where organization_id = $1 and kind = $2 and not archived", house.Larkspur.Organization.Id, kind.Name);

    async Task<int> Count(StatementCount statements, Declared list, int rows)
    {
        var input = Kernel.Input.InputReader.Read(list.Input, new JsonObject { ["limit"] = rows, ["count"] = true }).Expect();
        await list.Run(house, input, house.Larkspur.Owner);
        return await statements.Of(async () => (await list.Run(house, input, house.Larkspur.Owner)).Expect());
    }

    async Task<(List<string> Ids, string? Next, string? Previous, string? Key)> Page(Declared list, string? sort, int limit, string? cursor, bool isBackward = false)
    {
        var sent = new JsonObject { ["limit"] = limit, ["sort"] = sort, [isBackward ? "before" : "after"] = cursor };
        var answer = (await Samples.Send(house, list, sent, house.Larkspur.Owner)).Expect();
        var page = System.Text.Json.JsonSerializer.SerializeToNode(answer, answer.GetType(), Kernel.Input.HeliosJson.Options)!;
        var items = page["items"]!.AsArray();
        return ([.. items.Select(item => (string)item!["id"]!)], (string?)page["next"], (string?)page["previous"], (string?)items.FirstOrDefault()?["key"]);
    }
}
