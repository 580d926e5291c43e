namespace Helios.Kernel.Effects;

/// <summary>The states of one call.</summary>
public static class ItemState
{
    /// <summary>Not called yet, or to be called again: it can be canceled.</summary>
    public const string Waiting = "waiting";

    /// <summary>The call is on its way.</summary>
    public const string Calling = "calling";

    public const string Done = "done";

    /// <summary>The far side refused, or could not be reached: nothing was done there.</summary>
    public const string Failed = "failed";

    /// <summary>The call went out, no answer came, and it is not safe to repeat it: somebody has to look.</summary>
    public const string Unknown = "unknown";

    public const string Canceled = "canceled";
}
