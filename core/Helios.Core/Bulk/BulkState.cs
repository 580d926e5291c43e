namespace Helios.Core.Bulk;

/// <summary>The states of a bulk change.</summary>
public static class BulkState
{
    public const string Running = "running";

    /// <summary>Somebody asked to stop; the records at hand are finished first.</summary>
    public const string Canceling = "canceling";

    /// <summary>Stopped before the last record; what was done stays done.</summary>
    public const string Canceled = "canceled";

    public const string Done = "done";
}
