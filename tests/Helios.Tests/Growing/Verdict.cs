using Xunit;

namespace Helios.Tests.Growing;

/// <summary>Fails with every violation, one a line; xunit's own message shows the first five.</summary>
static class Verdict
{
    public static void Clean(IEnumerable<string> violations)
    {
        var all = violations.Distinct(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
            Assert.Fail(string.Join('\n', all.Prepend($"{all.Count} found:")));
    }

    /// <summary>That a rule finds what was broken for it.</summary>
    public static void Finds(IEnumerable<string> violations, string expected) =>
        Assert.Contains(violations, violation => violation.Contains(expected, StringComparison.Ordinal));
}
