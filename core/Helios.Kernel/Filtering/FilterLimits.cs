namespace Helios.Kernel.Filtering;

/// <summary>How large a filter may be. Beyond this a question belongs into a report.</summary>
public static class FilterLimits
{
    /// <summary>Characters of the text.</summary>
    public const int Characters = 2000;

    /// <summary>Conditions and words in a filter, and values in one list.</summary>
    public const int Terms = 50;

    /// <summary>Parentheses and negations inside each other.</summary>
    public const int Depth = 10;
}
