namespace Helios.Kernel.Effects;

/// <summary>The states of an operation.</summary>
public static class OperationState
{
    /// <summary>Calls are still to be made, or are being made.</summary>
    public const string Waiting = "waiting";

    /// <summary>Every call did what it should.</summary>
    public const string Done = "done";

    /// <summary>Some calls did what they should, and some did not.</summary>
    public const string Partly = "partly";

    /// <summary>No call is known to have done what it should.</summary>
    public const string Failed = "failed";

    /// <summary>It was canceled before any call was made.</summary>
    public const string Canceled = "canceled";

    /// <summary>What an operation has come to, from the states of its items.</summary>
    public static string Of(IReadOnlyCollection<string> items) =>
        items.Any(state => state is ItemState.Waiting or ItemState.Calling) ? Waiting
        : items.All(state => state == ItemState.Done) ? Done
        : items.Any(state => state == ItemState.Done) ? Partly
        : items.All(state => state == ItemState.Canceled) ? Canceled
        : Failed;
}
