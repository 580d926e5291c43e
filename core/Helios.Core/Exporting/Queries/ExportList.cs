using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Files;
using Helios.Kernel.Filtering;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Web.Lists;

namespace Helios.Core.Exporting.Queries;

/// <summary>All rows of a list as a file, CSV or JSON, as they are at one moment: those that the caller may see, filtered and sorted as he says.</summary>
/// <param name="Kind">The kind whose list it is, such as <c>ticket</c>.</param>
/// <param name="Format"><c>csv</c> or <c>json</c>.</param>
/// <param name="Q">A filter, as the list takes it; all rows when left out.</param>
/// <param name="Sort">The order, as the list takes it.</param>
/// <param name="Columns">For CSV the columns in their order, behind the key; all of them when left out.</param>
public sealed record ExportList(
    [property: Required, MaxLength(60)] string Kind,
    [property: AllowedValues(null, ExportFormat.Csv, ExportFormat.Json, ErrorMessage = "A format is csv or json.")] string? Format = null,
    [property: MaxLength(FilterLimits.Characters, ErrorMessage = "A filter has at most 2,000 characters. Make it shorter.")] string? Q = null,
    [property: MaxLength(60, ErrorMessage = "No sort key is longer than 60 characters.")] string? Sort = null,
    [property: MaxLength(200)] IReadOnlyList<string>? Columns = null) : IQuery<StreamedFile>
{
    public sealed class Handler(Registry registry, QueryPipeline queries, CommandPipeline commands, ExportLanes lanes) : IQueryHandler<ExportList, StreamedFile>
    {
        public async Task<Outcome<StreamedFile>> Handle(ExportList query, QueryContext context)
        {
            if (registry.List(query.Kind, context.Scope) is not { } declared)
                return Problem.NotFound("such list");
            if (lanes.AreFull)
                return new Problem(ProblemKind.Limited, "lists.export.busy", "Others are exporting at this moment, and more at once would slow everybody down. Try again in a minute.");
            var asked = InputReader.Read(declared.Query, new JsonObject { ["q"] = query.Q, ["sort"] = query.Sort, ["limit"] = 1 });
            if (!asked.Succeeded)
                return asked.Problem;
            // A filter that cannot be read is refused before the file begins.
            var list = (ListInput)asked.Value;
            if ((await registry.Query(declared.Query).Ask(queries, list, context.Scope, context.Stop)).Problem is { } refusal)
                return refusal;

            var row = registry.Query(declared.Query).ResultType.GetGenericArguments()[0];
            var page = registry.Contributions<EntityList>().FirstOrDefault(known => known.Value.Kind == query.Kind)?.Value;
            IReadOnlyList<ExportColumn> all =
            [
                .. ExportColumns.All(row, page, context.Scope.Actor.IsStaff).Select(column => column with { Header = registry.LabelsOf(context.Scope).Fill(column.Header) }),
                .. typeof(ICustomized).IsAssignableFrom(row) ? context.Scope.CustomFields(declared.RowType).For(context.Scope.Actor).Select(Own) : [],
            ];
            var names = Named(query.Columns);
            if (names.FirstOrDefault(name => !all.Any(column => column.Name == name)) is { } unknown)
                return Problem.Invalid("columns", $"This list has no column “{InputWords.Short(unknown)}”. Choose among {string.Join(", ", all.Select(column => column.Name).Distinct(StringComparer.Ordinal))}.");
            var format = query.Format ?? ExportFormat.Csv;
            var kind = registry.Kind(query.Kind)!;
            var file = new ListFile(queries, commands, registry, lanes, context.Scope)
            {
                Told = $"{registry.LabelsOf(context.Scope).Fill(kind.Label.Many)}{(string.IsNullOrWhiteSpace(query.Q) ? "" : $" ({query.Q})")} as {format.ToUpperInvariant()}",
                Kind = kind.Name,
                List = list,
                RowType = row,
                Columns = ExportColumns.Chosen(all, names),
                IsWhole = names.Count == 0,
                Format = format,
            };
            return new StreamedFile(NameOf(context, kind.Label.Many, format), format == ExportFormat.Json ? "application/json" : "text/csv", file.Write);
        }

        /// <summary>A field of the organization's own; imports know it by its name.</summary>
        static ExportColumn Own(CustomFieldDefinition field) => new(
            field.Path, field.Name, row => ((ICustomized)row).CustomFields.TryGetValue(field.ApiName, out var value) ? CellOf(value) : null);

        static object? CellOf(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.Array => value.EnumerateArray().Select(item => item.ToString()).ToArray(),
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            _ => value.ToString(),
        };

        static List<string> Named(IReadOnlyList<string>? columns) =>
            [.. (columns ?? []).SelectMany(names => names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];

        static string NameOf(QueryContext context, string many, string format) =>
            string.Create(CultureInfo.InvariantCulture, $"{context.Scope.Organization!.Slug}-{many.ToLowerInvariant().Replace(' ', '-')}-{context.Now:yyyy-MM-dd}.{format}");
    }
}
