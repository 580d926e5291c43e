namespace Helios.Web.Components;

/// <summary>How urgent something is, as bars show it.</summary>
public enum PriorityLevel
{
    /// <summary>One bar.</summary>
    Low,

    /// <summary>Two bars.</summary>
    Normal,

    /// <summary>Three bars.</summary>
    High,

    /// <summary>An exclamation mark in a red square.</summary>
    Urgent,
}
