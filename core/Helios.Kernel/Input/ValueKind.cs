namespace Helios.Kernel.Input;

/// <summary>What sort of value stands in a field on the wire.</summary>
public enum ValueKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A number without a fraction.</summary>
    WholeNumber,

    /// <summary>A number with or without a fraction.</summary>
    Number,

    /// <summary>A day of the calendar, such as 2026-03-01.</summary>
    Day,

    /// <summary>A time of day, such as 14:30.</summary>
    TimeOfDay,

    /// <summary>A moment with its offset, such as 2026-03-01T14:30:00Z.</summary>
    Moment,

    /// <summary>A UUID.</summary>
    Id,

    /// <summary>One word of a closed list.</summary>
    Choice,

    /// <summary>An entity by key or id, or a row by id.</summary>
    Reference,

    /// <summary>The bytes of a file, as base64 (RFC 4648, section 4).</summary>
    Bytes,

    /// <summary>A list of values of one shape.</summary>
    List,

    /// <summary>An object whose names are free and whose values have one shape.</summary>
    Map,

    /// <summary>An object with fields of its own.</summary>
    Record,

    /// <summary>Any JSON.</summary>
    Any,
}
