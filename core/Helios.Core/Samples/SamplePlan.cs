using Helios.Kernel.Scopes;

namespace Helios.Core.Samples;

/// <summary>What a part plans with: who and what is there, and when.</summary>
/// <param name="now">The end of the sample's year.</param>
/// <param name="seed">The same seed plans the same sample.</param>
/// <param name="owner">Who is signed in by the sample's link.</param>
public sealed class SamplePlan(DateTimeOffset now, int seed, SampleAuthor owner)
{
    // Steps of the same moment keep the order in which they were planned.
    readonly List<SampleStep> steps = [];

    public DateTimeOffset Now { get; } = now;

    /// <summary>Decides; never anything secret.</summary>
#pragma warning disable CA5394 // A sample has to be the same each time.
    public Random Chance { get; } = new(seed);
#pragma warning restore CA5394

    /// <summary>Who is signed in by the sample's link, and one of the staff.</summary>
    public SampleAuthor Owner { get; } = owner;

    /// <summary>Everybody but the owner.</summary>
    public IList<SampleAuthor> People { get; } = [];

    /// <summary>Who works on tickets.</summary>
    public IReadOnlyList<SampleAuthor> Staff => [Owner, .. People.Where(person => person.Role == Roles.ItStaff)];

    /// <summary>Names and keys of the places; the keys are known once they are made.</summary>
    public IDictionary<string, string> Places { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The steps in the order of their times.</summary>
    public IReadOnlyList<SampleStep> Steps => [.. steps.OrderBy(step => step.At)];

    public void Add(SampleStep step) => steps.Add(step);

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> several) => several[Below(several.Count)];

    /// <summary>A number from 0, below an end.</summary>
    public int Below(int end)
    {
#pragma warning disable CA5394 // A sample has to be the same each time.
        return Chance.Next(end);
#pragma warning restore CA5394
    }

    /// <summary>The moment moved into working hours: weekdays from eight to six, mornings more than afternoons.</summary>
    public DateTimeOffset AtWork(DateTimeOffset moment)
    {
        if (moment.Hour is >= 8 and < 18 && !IsWeekend(moment))
            return moment;
        // Never back: what follows something must not happen before it.
        var day = moment.Hour >= 18 ? moment.AddDays(1) : moment;
        while (IsWeekend(day))
            day = day.AddDays(1);
        return new DateTimeOffset(day.Date, TimeSpan.Zero).AddMinutes((8 * 60) + Below(4 * 60));
    }

    static bool IsWeekend(DateTimeOffset moment) => moment.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
