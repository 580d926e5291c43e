using System.Globalization;
using Helios.Core.Timeline;

namespace Helios.Core.Alerts;

/// <summary>How timelines tell what happened to an alert.</summary>
static class AlertTexts
{
    const string Kind = "alert";

    /// <summary>The sentences.</summary>
    public static IReadOnlyList<EventText> Events { get; } =
    [
        new("AlertRaised", "raised this alert"),
        new("AlertSettled", "settled this alert"),
        new("AlertPosted", "posted this alert: {posted:new}"),
    ];

    /// <summary>The fields.</summary>
    public static IReadOnlyList<FieldText> Fields { get; } =
    [
        new("times", "times") { Kind = Kind },
        new("posted", "post") { Kind = Kind },
        new("severity", "severity") { Kind = Kind, Values = Enum.GetValues<AlertSeverity>().ToDictionary(level => ((short)level).ToString(CultureInfo.InvariantCulture), level => level.ToString(), StringComparer.Ordinal) },
        new("state", "state") { Kind = Kind },
        new("postMessage", "answer") { Kind = Kind },
        new("key", "key") { Kind = Kind, IsHidden = true },
        new("type", "type") { Kind = Kind, IsHidden = true },
        new("subject", "subject") { Kind = Kind, IsHidden = true },
        new("payload", "details") { Kind = Kind, IsHidden = true },
        new("settledAt", "settled") { Kind = Kind, IsHidden = true },
    ];
}
