namespace Helios.Core.Alerts;

/// <summary>How much an alert matters.</summary>
public enum AlertSeverity
{
    /// <summary>Good to know.</summary>
    Info = 1,

    /// <summary>Look today.</summary>
    Warning = 2,

    /// <summary>Look now.</summary>
    Critical = 3,
}
