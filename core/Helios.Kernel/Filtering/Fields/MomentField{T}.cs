namespace Helios.Kernel.Filtering.Fields;

/// <summary>A point in time.</summary>
sealed class MomentField<T>(string name, string description, Column<DateTimeOffset> column, bool isAhead)
    : TimeField<T, DateTimeOffset>(name, description, FilterFieldKind.Moment, column, isAhead)
    where T : class
{
    protected override DateTimeOffset? Away(string text, FilterContext context, int sign)
    {
        if (TimeWords.IsExact(text))
            return TimeWords.Away(text, context.Now.UtcDateTime, sign) is { } exact ? new DateTimeOffset(exact, TimeSpan.Zero) : null;
        return TimeWords.Away(text, Local(context), sign) is { } local ? ToUtc(local, context.Zone) : null;
    }

    protected override (DateTimeOffset From, DateTimeOffset Until)? Stretch(string text, FilterContext context)
    {
        // Through the zone and back, an hour that clocks repeat would be taken for the other one.
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase))
            return (context.Now.ToUniversalTime(), context.Now.ToUniversalTime());
        if (TimeWords.Stretch(text, Local(context)) is var (from, until))
            return (ToUtc(from, context.Zone), ToUtc(until, context.Zone));
        return TimeWords.ZonedStretch(text);
    }

    static DateTime Local(FilterContext context) => TimeZoneInfo.ConvertTime(context.Now, context.Zone).DateTime;

    /// <summary>A local time that clocks repeat means the first; one that they leave out, the moment they jump by as much later.</summary>
    static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
