namespace Helios.Core.Alerts.Commands;

/// <summary>What a caller learns after a command changed an alert.</summary>
/// <param name="Id">The alert's id.</param>
/// <param name="Key">The alert's key, such as AL-7.</param>
/// <param name="State">open or settled.</param>
public sealed record AlertChanged(Guid Id, string Key, string State)
{
    internal static AlertChanged Of(Alert alert) => new(alert.Id, alert.Key, alert.State);
}
