using System.Linq.Expressions;
using Helios.Kernel.Scopes;

namespace Helios.Core.Links;

/// <summary>Which links hold today.</summary>
static class LinkPeriod
{
    /// <summary>The reader's day.</summary>
    public static DateOnly Today(this Scope scope, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, scope.Zone).DateTime);

    /// <summary>Links that have not ended on this day, or those that have.</summary>
    public static Expression<Func<Link, bool>> Holds(DateOnly today, bool ended = false) =>
        ended ? link => link.Until <= today : link => link.Until == null || link.Until > today;

    /// <summary>What is wrong with a period, or null.</summary>
    public static string? Broken(DateOnly? since, DateOnly? until) =>
        since is { } first && until is { } last && last < first ? "A link cannot end before it began. Take a later day, or an earlier beginning." : null;
}
