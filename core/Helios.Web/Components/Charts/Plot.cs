using System.Globalization;
using System.Text;

namespace Helios.Web.Components.Charts;

/// <summary>Values as paths of SVG. A value that is missing breaks the line; one beyond the frame stops at its edge.</summary>
static class Plot
{
    /// <summary>The line through the values, from left to right.</summary>
    public static string Line(IReadOnlyList<double?> values, PlotFrame frame)
    {
        var path = new StringBuilder();
        foreach (var run in Runs(values))
        {
            Move(path, 'M', values.Count, run[0], frame);
            foreach (var point in run.Skip(1))
                Move(path, 'L', values.Count, point, frame);
            // A value that stands alone would be a line of no length, which browsers do not draw.
            if (run.Count == 1)
                path.Append("h.1");
        }

        return path.ToString();
    }

    /// <summary>What lies between that line and the bottom.</summary>
    public static string Area(IReadOnlyList<double?> values, PlotFrame frame)
    {
        var path = new StringBuilder();
        foreach (var run in Runs(values).Where(run => run.Count > 1))
        {
            path.Append('M').Append(Text(frame.X(run[0].At, values.Count))).Append(' ').Append(Text(frame.Height));
            foreach (var point in run)
                Move(path, 'L', values.Count, point, frame);
            path.Append('L').Append(Text(frame.X(run[^1].At, values.Count))).Append(' ').Append(Text(frame.Height)).Append('Z');
        }

        return path.ToString();
    }

    /// <summary>A number as SVG writes it: one digit behind the point is a tenth of a pixel.</summary>
    public static string Text(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    static void Move(StringBuilder path, char act, int count, (int At, double Value) point, PlotFrame frame) =>
        path.Append(act).Append(Text(frame.X(point.At, count))).Append(' ').Append(Text(frame.Y(point.Value)));

    static List<List<(int At, double Value)>> Runs(IReadOnlyList<double?> values)
    {
        List<List<(int At, double Value)>> runs = [];
        var goesOn = false;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value && double.IsFinite(value))
            {
                if (!goesOn)
                    runs.Add([]);
                runs[^1].Add((i, value));
                goesOn = true;
            }
            else
            {
                goesOn = false;
            }
        }

        return runs;
    }
}
