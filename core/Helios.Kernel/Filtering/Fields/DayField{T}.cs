namespace Helios.Kernel.Filtering.Fields;

/// <summary>A day of the calendar.</summary>
sealed class DayField<T>(string name, string description, Column<DateOnly> column, bool isAhead)
    : TimeField<T, DateOnly>(name, description, FilterFieldKind.Day, column, isAhead)
    where T : class
{
    protected override DateOnly? Away(string text, FilterContext context, int sign) =>
        !TimeWords.IsExact(text) && TimeWords.Away(text, Today(context), sign) is { } day ? DateOnly.FromDateTime(day) : null;

    /// <summary>Days only: a text that names a time of day is none. <c>now</c> means today.</summary>
    protected override (DateOnly From, DateOnly Until)? Stretch(string text, FilterContext context)
    {
        var isNow = text.Equals("now", StringComparison.OrdinalIgnoreCase);
        if (TimeWords.Stretch(isNow ? "today" : text, Today(context)) is not var (from, until) || until - from < TimeSpan.FromDays(1))
            return null;
        return (DateOnly.FromDateTime(from), DateOnly.FromDateTime(until));
    }

    static DateTime Today(FilterContext context) => TimeZoneInfo.ConvertTime(context.Now, context.Zone).Date;
}
