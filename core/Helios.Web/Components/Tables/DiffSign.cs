namespace Helios.Web.Components.Tables;

/// <summary>What happened to a row of a difference.</summary>
public enum DiffSign
{
    /// <summary>It is as it was.</summary>
    Same,

    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is there no more.</summary>
    Removed,
}
