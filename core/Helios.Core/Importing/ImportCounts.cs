namespace Helios.Core.Importing;

/// <summary>How many rows came out how.</summary>
/// <param name="Created">Became new records.</param>
/// <param name="Updated">Changed records.</param>
/// <param name="Unchanged">Changed nothing.</param>
/// <param name="Refused">Were not taken.</param>
/// <param name="Warned">Were taken with a warning.</param>
public sealed record ImportCounts(int Created, int Updated, int Unchanged, int Refused, int Warned)
{
    /// <summary>Rows that are done.</summary>
    public int Done => Created + Updated + Unchanged + Refused;
}
