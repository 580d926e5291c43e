namespace Helios.Web.Components.Charts;

/// <summary>The frame that values are drawn in.</summary>
/// <param name="Width">Its width, in units of the picture.</param>
/// <param name="Height">Its height.</param>
/// <param name="Least">The value at the bottom.</param>
/// <param name="Most">The value at the top.</param>
sealed record PlotFrame(double Width, double Height, double Least, double Most)
{
    /// <summary>How far from the left a value stands.</summary>
    /// <param name="at">Its place, from 0.</param>
    /// <param name="count">How many there are; a single one stands in the middle.</param>
    public double X(int at, int count) => count < 2 ? Width / 2 : Width * at / (count - 1);

    /// <summary>How far from the top a value stands.</summary>
    public double Y(double value) => Most <= Least ? Height / 2 : Height * (1 - Math.Clamp((value - Least) / (Most - Least), 0, 1));
}
