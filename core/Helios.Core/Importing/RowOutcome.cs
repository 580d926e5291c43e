namespace Helios.Core.Importing;

/// <summary>What became of a row.</summary>
public static class RowOutcome
{
    public const string Created = "created";
    public const string Updated = "updated";
    public const string Unchanged = "unchanged";
    public const string Refused = "refused";
}
