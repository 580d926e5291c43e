namespace Helios.Kernel.Search;

/// <summary>An entity that holds the words of a list's filter, from <see cref="Data.HeliosDb.Matching"/>.</summary>
public sealed class WordMatch
{
    public Guid Id { get; init; }
}
