namespace Helios.Core.Alerts;

/// <summary>The states of an alert.</summary>
public static class AlertState
{
    /// <summary>Somebody has to look.</summary>
    public const string Open = "open";

    /// <summary>Somebody has looked.</summary>
    public const string Settled = "settled";
}
