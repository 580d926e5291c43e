namespace Helios.Benchmarks.Filling;

/// <summary>Draws places 0 to n-1 as words, requesters and assignees occur: the k-th about 1/k to the exponent as often as the first.</summary>
sealed class Zipf
{
    readonly double[] sums;

    public Zipf(int count, double exponent)
    {
        sums = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
            sums[i] = sum += 1 / Math.Pow(i + 1, exponent);
    }

    public int Next(Random random)
    {
        var place = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return Math.Min(place < 0 ? ~place : place, sums.Length - 1);
    }
}
