using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>A filter as a small tree that never changes. <see cref="ToString"/> gives canonical text that parses to an equal tree; places in the text do not count in comparisons.</summary>
/// <remarks>Trees made by <see cref="All"/>, <see cref="Any"/> and <see cref="Except"/> are flat: no AND directly below an AND, no negation of a negation, neighboring words in one node.</remarks>
public abstract record FilterNode
{
    /// <summary>The filter that lets every row through; its text is empty.</summary>
    public static FilterNode Everything { get; } = new FilterAnd([]);

    /// <summary>Rows for which every term holds.</summary>
    public static FilterNode All(IEnumerable<FilterNode> terms)
    {
        List<FilterNode> flat = [];
        foreach (var term in terms.SelectMany(term => term is FilterAnd and ? and.Terms : [term]))
        {
            if (term is FilterWords more && flat.Count > 0 && flat[^1] is FilterWords words)
                flat[^1] = new FilterWords([.. words.Words, .. more.Words]);
            else
                flat.Add(term);
        }

        return flat.Count == 1 ? flat[0] : new FilterAnd(flat);
    }

    /// <summary>Rows for which one term or more holds.</summary>
    public static FilterNode Any(IReadOnlyList<FilterNode> terms) =>
        terms.Count == 1 ? terms[0] : new FilterOr([.. terms.SelectMany(term => term is FilterOr or ? or.Terms : [term])]);

    /// <summary>Rows for which the term does not hold.</summary>
    public static FilterNode Except(FilterNode term) => term is FilterNot not ? not.Term : new FilterNot(term);

    /// <summary>The canonical text.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    internal abstract void Write(StringBuilder text);

    private protected static void WriteGroup(StringBuilder text, FilterNode term)
    {
        text.Append('(');
        term.Write(text);
        text.Append(')');
    }
}
