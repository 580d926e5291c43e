using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Filtering;

namespace Helios.Kernel.Queries;

/// <summary>What every list can be asked: which rows, in which order, how many, from where on.</summary>
public abstract record ListInput
{
    /// <summary>The rows a page may show at most.</summary>
    public const int MostRows = 200;

    /// <summary>A filter, such as <c>active:yes location:L-3 updated&lt;7d</c>.</summary>
    [StringLength(FilterLimits.Characters, ErrorMessage = "A filter has at most 2,000 characters. Make it shorter.")]
    public string? Q { get; init; }

    /// <summary>The column to sort by; with <c>-</c> before it the largest comes first.</summary>
    [StringLength(60, ErrorMessage = "No sort key is longer than 60 characters.")]
    public string? Sort { get; init; }

    /// <summary>Rows on a page, 1 to 200.</summary>
    [Range(1, MostRows, ErrorMessage = "A page has 1 to 200 rows.")]
    public int Limit { get; init; } = 50;

    /// <summary>The cursor of the page before: its <c>next</c>.</summary>
    [StringLength(4000, ErrorMessage = "This is no cursor. Take “next” of the page before, or leave it out to begin at the first row.")]
    public string? After { get; init; }

    /// <summary>The cursor of the page behind: its <c>previous</c>. The way back; leave <c>after</c> out.</summary>
    [StringLength(4000, ErrorMessage = "This is no cursor. Take “previous” of the page behind, or leave it out to begin at the first row.")]
    public string? Before { get; init; }

    /// <summary>Whether to count all rows, up to 1,000.</summary>
    public bool Count { get; init; }
}
