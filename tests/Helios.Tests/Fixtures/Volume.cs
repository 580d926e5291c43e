namespace Helios.Tests.Fixtures;

/// <summary>How much of one thing a run tries: a part of it each day, all of it with <c>./helios test --full</c>. Every case is met in both.</summary>
public static class Volume
{
    static readonly bool IsFull = Environment.GetEnvironmentVariable("HELIOS_TEST_VOLUME") is "full";

    public static int Of(int everyday, int full) => IsFull ? full : everyday;
}
