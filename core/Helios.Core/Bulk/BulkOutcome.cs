namespace Helios.Core.Bulk;

/// <summary>What became of a record.</summary>
public static class BulkOutcome
{
    public const string Done = "done";

    /// <summary>It was so already.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>The command refused it, and the reason says why.</summary>
    public const string Refused = "refused";
}
