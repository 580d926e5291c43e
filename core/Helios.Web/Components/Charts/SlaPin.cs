namespace Helios.Web.Components.Charts;

/// <summary>A target and where it stands on the line.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Share">How far from now, from 0 to 1.</param>
/// <param name="Level">How high its name stands, from 0; null where there is no room for one more.</param>
/// <param name="Tone">How near it is to being missed.</param>
sealed record SlaPin(string Text, double Share, int? Level, Tone Tone)
{
    /// <summary>Names stand in so many rows at most.</summary>
    public const int Levels = 3;

    /// <summary>Room that a name needs, as share of the line on a narrow screen.</summary>
    const double Room = 0.12;

    /// <summary>Whether its name begins at the pin: in the middle of it, the name would reach out of the picture.</summary>
    public bool IsAtStart => Share < Room / 2;

    /// <summary>The pins of the targets between now and the end of the line, in the order of time. Those that are missed share one.</summary>
    public static IReadOnlyList<SlaPin> Of(IEnumerable<SlaTarget> targets, DateTimeOffset now, TimeSpan length)
    {
        var near = targets.Where(target => target.Due <= now + length).OrderBy(target => target.Due).ToList();
        var missed = near.TakeWhile(target => target.Due <= now).ToList();
        var pins = new List<SlaPin>();
        Span<double> taken = [double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity];
        if (missed.Count > 0)
            pins.Add(Stand(missed.Count == 1 ? missed[0].Key : $"{missed.Count} missed", 0, Tone.Bad, taken));
        foreach (var target in near.Skip(missed.Count))
            pins.Add(Stand(target.Key, (target.Due - now) / length, target.Tone, taken));
        return pins;
    }

    static SlaPin Stand(string text, double share, Tone tone, Span<double> taken)
    {
        for (var level = 0; level < Levels; level++)
        {
            if (share - taken[level] < Room)
                continue;
            var pin = new SlaPin(text, share, level, tone);
            taken[level] = pin.IsAtStart ? share + (Room / 2) : share;
            return pin;
        }

        return new(text, share, null, tone);
    }
}
