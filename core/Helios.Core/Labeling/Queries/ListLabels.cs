using Helios.Kernel.Labeling;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Labeling.Queries;

/// <summary>What the organization calls kinds and places, with the stock words.</summary>
public sealed record ListLabels : IQuery<ListLabels.Result>
{
    /// <summary>Every label.</summary>
    /// <param name="Items">Kinds first, then places.</param>
    public sealed record Result(IReadOnlyList<Item> Items);

    /// <summary>One label.</summary>
    /// <param name="Label">The immutable name: a kind's, or area. and the place.</param>
    /// <param name="IsKind">Whether it names a kind; else a place of the navigation.</param>
    /// <param name="One">The singular.</param>
    /// <param name="Many">The plural.</param>
    /// <param name="StockOne">The singular that it has from the start.</param>
    /// <param name="StockMany">The plural that it has from the start.</param>
    public sealed record Item(string Label, bool IsKind, string One, string Many, string StockOne, string StockMany)
    {
        /// <summary>Whether the organization chose a word of its own.</summary>
        public bool IsOwn => One != StockOne || Many != StockMany;
    }

    public sealed class Handler(Registry registry) : IQueryHandler<ListLabels, Result>
    {
        public Task<Outcome<Result>> Handle(ListLabels query, QueryContext context)
        {
            var labels = registry.LabelsOf(context.Scope);
            return Task.FromResult<Outcome<Result>>(new Result([.. registry.Labelable(context.Scope).Select(known => Of(known, labels))]));
        }

        static Item Of((string Name, bool IsKind, Label Stock) known, Labels labels)
        {
            var now = known.IsKind ? labels.Kind(known.Name) : Label.Own(labels.Place(known.Name, known.Stock.One), labels.Place(known.Name, known.Stock.One));
            return new Item(known.Name, known.IsKind, now.One, now.Many, known.Stock.One, known.Stock.Many);
        }
    }
}
