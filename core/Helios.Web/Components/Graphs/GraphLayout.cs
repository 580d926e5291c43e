namespace Helios.Web.Components.Graphs;

/// <summary>Where the records of a graph stand: columns from left to right, one for each step, each record a row. The same graph gives the same picture every time.</summary>
static class GraphLayout
{
    /// <summary>Size of a record's box, in pixels.</summary>
    public const int Width = 224;

    public const int Height = 34;

    /// <summary>Room for the words of a line between two columns.</summary>
    const int Gap = 132;

    /// <summary>From the middle of a record to that of the next below.</summary>
    const int Row = 44;

    const int Edge = 4;

    /// <summary>Room at the right for lines that cross.</summary>
    public const int Margin = 96;

    /// <summary>The records in their places, the middle first.</summary>
    /// <param name="root">The record in the middle.</param>
    /// <param name="points">The others, each after its parent.</param>
    public static IReadOnlyList<PlacedPoint> Place(GraphPoint root, IReadOnlyList<GraphPoint> points)
    {
        var first = points.Where(point => point.Parent == root.Id).ToList();
        var rows = Math.Max(first.Sum(point => Math.Max(points.Count(other => other.Parent == point.Id), 1)), 1);
        var middle = new PlacedPoint(root, Edge, Middle(0, rows), null);
        List<PlacedPoint> placed = [middle];
        var row = 0;
        foreach (var point in first)
        {
            var below = points.Where(other => other.Parent == point.Id).ToList();
            var parent = new PlacedPoint(point, Edge + Width + Gap, Middle(row, Math.Max(below.Count, 1)), middle);
            placed.Add(parent);
            placed.AddRange(below.Select((other, i) => new PlacedPoint(other, Edge + (2 * (Width + Gap)), Middle(row + i, 1), parent)));
            row += Math.Max(below.Count, 1);
        }

        return placed;
    }

    /// <summary>How wide and high the picture is.</summary>
    public static (int Width, int Height) Size(IReadOnlyList<PlacedPoint> placed, bool hasEdges) =>
        (placed.Max(point => point.X) + Width + Edge + (hasEdges ? Margin : 0), placed.Max(point => point.Y) + (Row / 2));

    static int Middle(int row, int rows) => (row * Row) + (rows * Row / 2);
}
