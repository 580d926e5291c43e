using System.Globalization;

namespace Helios.Kernel.Secrets;

/// <summary>Where a sealed value belongs. It opens there and nowhere else: not in another row, not for another organization, not as an older revision.</summary>
/// <param name="Purpose">Whose key it is sealed with, such as <c>integration</c>.</param>
/// <param name="Organization">The organization.</param>
/// <param name="Table">The table of the row.</param>
/// <param name="Row">The row.</param>
/// <param name="Revision">How often the row's value has been replaced.</param>
public readonly record struct SealPlace(string Purpose, Guid Organization, string Table, Guid Row, int Revision)
{
    /// <summary>The parts that are bound into an envelope; <paramref name="what"/> tells the data key from the value.</summary>
    internal IReadOnlyList<string> Parts(string what) =>
        [what, Purpose, Organization.ToString(), Table, Row.ToString(), Revision.ToString(CultureInfo.InvariantCulture)];
}
