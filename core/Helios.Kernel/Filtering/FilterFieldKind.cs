namespace Helios.Kernel.Filtering;

/// <summary>What a filter field holds; it decides the operators and the values.</summary>
public enum FilterFieldKind
{
    /// <summary>One of a closed list of words.</summary>
    Choice,

    /// <summary>One of a closed list that has an order.</summary>
    Ranked,

    /// <summary>A text, compared as a whole.</summary>
    Text,

    /// <summary>What people call the entity, such as T-1042.</summary>
    Key,

    /// <summary>Another entity: <c>me</c>, <c>none</c>, a key or an id.</summary>
    Reference,

    /// <summary>A point in time.</summary>
    Moment,

    /// <summary>A day of the calendar.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Something a feature answers itself, such as a tag.</summary>
    Set,
}
