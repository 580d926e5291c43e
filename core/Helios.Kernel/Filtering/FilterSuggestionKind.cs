namespace Helios.Kernel.Filtering;

/// <summary>What a suggestion puts in.</summary>
public enum FilterSuggestionKind
{
    /// <summary>A field's name with its first operator.</summary>
    Field,

    /// <summary>An operator behind a field's name.</summary>
    Operator,

    /// <summary>A value behind an operator.</summary>
    Value,

    /// <summary>A word that joins or turns round conditions: AND, OR, NOT.</summary>
    Keyword,
}
