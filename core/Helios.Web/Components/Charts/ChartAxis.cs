namespace Helios.Web.Components.Charts;

/// <summary>A scale of round numbers from zero, with two to five lines above it.</summary>
/// <param name="Step">From one line to the next.</param>
/// <param name="Lines">How many lines stand above zero.</param>
public sealed record ChartAxis(double Step, int Lines)
{
    /// <summary>The value at the top.</summary>
    public double Most => Step * Lines;

    /// <summary>The values of the lines, greatest first, zero last.</summary>
    public IEnumerable<double> Marks
    {
        get
        {
            for (var line = Lines; line >= 0; line--)
                yield return line * Step;
        }
    }

    /// <summary>The scale that holds a value.</summary>
    public static ChartAxis For(double greatest)
    {
        // Beyond these no computer divides any more, and nobody measures.
        if (!double.IsFinite(greatest) || greatest < 1e-300)
            return new(1, 2);
        var rough = Math.Min(greatest, 1e300) / 4;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / magnitude) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 } * magnitude;
        // A hair above a line, by the way that computers count, is not another line.
        return new(step, Math.Clamp((int)Math.Ceiling((greatest / step) - 1e-9), 2, 5));
    }
}
