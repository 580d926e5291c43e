namespace Helios.TestModule.Specimens;

/// <summary>What becomes of a specimen. People read other words than the API writes.</summary>
public static class SpecimenStatus
{
    /// <summary>It lies on its shelf.</summary>
    public const string Kept = "kept";

    /// <summary>Somebody has it.</summary>
    public const string Lent = "lent";

    /// <summary>What people read.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { [Kept] = "On its shelf", [Lent] = "Out of the house" };
}
