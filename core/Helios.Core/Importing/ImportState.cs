namespace Helios.Core.Importing;

/// <summary>The states of an import.</summary>
public static class ImportState
{
    /// <summary>Uploaded; its columns can be corrected.</summary>
    public const string Draft = "draft";

    /// <summary>A job works on its rows, or waits to.</summary>
    public const string Running = "running";

    /// <summary>Somebody asked to stop; the row at work is finished first.</summary>
    public const string Canceling = "canceling";

    /// <summary>Stopped. What was done stays done.</summary>
    public const string Canceled = "canceled";

    public const string Done = "done";
}
