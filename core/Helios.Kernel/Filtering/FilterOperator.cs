namespace Helios.Kernel.Filtering;

/// <summary>How a condition compares its field.</summary>
public enum FilterOperator
{
    /// <summary><c>:</c> or <c>=</c>; with several values, one of them.</summary>
    Equal,

    /// <summary><c>!=</c>; with several values, none of them. Rows without a value count too.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual,
}
