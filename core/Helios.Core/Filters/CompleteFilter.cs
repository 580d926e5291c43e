using System.ComponentModel.DataAnnotations;
using Helios.Core.Search.Queries;
using Helios.Kernel.Filtering;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Filters;

/// <summary>What could stand at the caret of a list's filter: its fields, their operators and values, people and places as the caller sees them.</summary>
/// <param name="Kind">The kind whose list is filtered, such as <c>ticket</c>.</param>
/// <param name="Q">The filter as far as it is written; it need not be a whole one.</param>
/// <param name="Caret">Between which characters the caret stands; at the end when left out.</param>
public sealed record CompleteFilter(
    [property: Required, MaxLength(60)] string Kind,
    [property: MaxLength(FilterLimits.Characters, ErrorMessage = "A filter has at most 2,000 characters. Make it shorter.")] string? Q = null,
    [property: Range(0, FilterLimits.Characters)] int? Caret = null) : IQuery<CompleteFilter.Result>
{
    /// <summary>People and places are picked from so many; more is a reason to type on.</summary>
    const int Found = 8;

    /// <summary>What could stand there.</summary>
    /// <param name="Items">The suggestions, the likeliest first.</param>
    public sealed record Result(IReadOnlyList<FilterSuggestion> Items);

    public sealed class Handler(Registry registry, QueryPipeline queries) : IQueryHandler<CompleteFilter, Result>
    {
        public async Task<Outcome<Result>> Handle(CompleteFilter query, QueryContext context)
        {
            if (registry.List(query.Kind, context.Scope) is not { } list)
                return Problem.NotFound("such list");
            var text = query.Q ?? "";
            var caret = query.Caret ?? text.Length;
            var fields = list.Fields.For(context.Scope);
            var closed = FilterCompletion.At(text, caret, fields);
            return FilterCompletion.ValueAt(text, caret, fields) is { } piece
                ? new Result([.. closed, .. await Open(piece, context)])
                : new Result(closed);
        }

        /// <summary>The values that no declaration can know: entities and what features contribute.</summary>
        async Task<IEnumerable<FilterSuggestion>> Open(FilterValuePiece piece, QueryContext context)
        {
            if (piece.Field.Source is { } source && registry.Contributions<FilterValues>().FirstOrDefault(values => values.Value.Source == source) is { } values)
                return (await values.Value.Find(queries, context.Scope, piece.Typed, context.Stop)).Select(found => FilterCompletion.Value(piece, found.Value, Different(found.Meaning, found.Value)));
            if (piece.Field.ReferenceKind is not { } kind || string.IsNullOrWhiteSpace(piece.Typed) || piece.Typed.Length > SearchEverything.Longest)
                return [];
            var found = await queries.Ask(new SearchEverything(piece.Typed, [kind], Found), context.Scope, context.Stop);
            return (found.Value?.Items ?? []).Select(item => FilterCompletion.Value(piece, item.Key, string.Join(" · ", new[] { item.Title, item.Subtitle }.OfType<string>())));
        }

        static string Different(string meaning, string value) => string.Equals(meaning, value, StringComparison.Ordinal) ? "" : meaning;
    }
}
