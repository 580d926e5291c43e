using System.Globalization;
using Helios.Kernel.Filtering;

namespace Helios.Tests.Filtering;

/// <summary>Says in the plainest way whether a parcel passes a filter; what the compiler must agree with.</summary>
static class Naive
{
    static readonly TimeSpan BerlinInSummer = TimeSpan.FromHours(2);

    public static bool Passes(FilterNode node, Parcel parcel) => node switch
    {
        FilterAnd and => and.Terms.All(term => Passes(term, parcel)),
        FilterOr or => or.Terms.Any(term => Passes(term, parcel)),
        FilterNot not => !Passes(not.Term, parcel),
        FilterWords words => words.Words.All(word => parcel.Note!.Contains(word.Text, StringComparison.Ordinal)),
        FilterCondition { Operator: FilterOperator.NotEqual } condition => !condition.Values.Any(value => Holds(condition.Field, FilterOperator.Equal, value.Text, parcel)),
        FilterCondition condition => condition.Values.Any(value => Holds(condition.Field, condition.Operator, value.Text, parcel)),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    static bool Holds(string field, FilterOperator comparison, string text, Parcel parcel) => field switch
    {
        "state" => text.ToUpperInvariant() switch
        {
            "OPEN" => parcel.State is "new" or "packed",
            _ => string.Equals(parcel.State, text, StringComparison.Ordinal),
        },
        "route" => text is "none" ? parcel.Route is null : string.Equals(parcel.Route, text, StringComparison.Ordinal),
        "note" => string.Equals(parcel.Note, text, StringComparison.Ordinal),
        "holder" => text switch
        {
            "me" => parcel.HolderId == Parcels.Anna,
            "none" => parcel.HolderId is null,
            _ => parcel.HolderId == Parcels.Ben,
        },
        "fragile" => parcel.Fragile == text is "yes",
        "urgency" => Compared(parcel.Urgency, comparison, Array.IndexOf(Parcels.Urgencies, text) + 1),
        "weight" => Compared(parcel.Weight, comparison, long.Parse(text, CultureInfo.InvariantCulture)),
        "price" => Compared(parcel.Price, comparison, long.Parse(text, CultureInfo.InvariantCulture)),
        "posted" => InTime(new DateTimeOffset(parcel.Posted, TimeOnly.MinValue, BerlinInSummer), comparison, text),
        "due" => InTime(parcel.DueAt, comparison, text),
        _ => throw new InvalidOperationException(field),
    };

    static bool Compared(long? left, FilterOperator comparison, long right) => comparison switch
    {
        FilterOperator.Equal => left == right,
        FilterOperator.Less => left < right,
        FilterOperator.LessOrEqual => left <= right,
        FilterOperator.Greater => left > right,
        _ => left >= right,
    };

    static bool InTime(DateTimeOffset? time, FilterOperator comparison, string text)
    {
        var (from, until) = text switch
        {
            "yesterday" or "2026-06-09" => (At(2026, 6, 9), At(2026, 6, 10)),
            "today" or "2026-06-10" => (At(2026, 6, 10), At(2026, 6, 11)),
            "tomorrow" => (At(2026, 6, 11), At(2026, 6, 12)),
            "2026-06" => (At(2026, 6, 1), At(2026, 7, 1)),
            "2026" => (At(2026, 1, 1), At(2027, 1, 1)),
            _ => (At(2026, 6, 10, 11), At(2026, 6, 10, 11).AddMinutes(1)),
        };
        return comparison switch
        {
            FilterOperator.Equal => time >= from && time < until,
            FilterOperator.Less => time < from,
            FilterOperator.LessOrEqual => time < until,
            FilterOperator.Greater => time >= until,
            _ => time >= from,
        };
    }

    static DateTimeOffset At(int year, int month, int day, int hour = 0) => new(year, month, day, hour, 0, 0, BerlinInSummer);
}
