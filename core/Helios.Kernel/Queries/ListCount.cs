using System.Globalization;

namespace Helios.Kernel.Queries;

/// <summary>How many rows a list has, counted up to 1,000.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="IsCapped">Whether there are more.</param>
public sealed record ListCount(int Rows, bool IsCapped)
{
    /// <summary>For people: "312", or "1,000+".</summary>
    public override string ToString() => Text(Rows, IsCapped);

    /// <summary>For people: "312", or "1,000+".</summary>
    public static string Text(int rows, bool isCapped) => string.Create(CultureInfo.CurrentCulture, $"{rows:N0}{(isCapped ? "+" : "")}");
}
