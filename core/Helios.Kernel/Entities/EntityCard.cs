namespace Helios.Kernel.Entities;

/// <summary>How an entity introduces itself; the source of its projection.</summary>
/// <param name="Title">The name people know it by.</param>
/// <param name="Subtitle">One line that tells it from its like, or null. Shown, not searched: a state is no word that anybody looks for, and changes often.</param>
public sealed record EntityCard(string Title, string? Subtitle = null)
{
    /// <summary>More words that only staff find it by. Title, key and <see cref="PublicText"/> are searched anyway.</summary>
    public string StaffText { get; init; } = "";

    /// <summary>The words that everybody finds it by who may see it, narrow readers (a requester) too.</summary>
    public string PublicText { get; init; } = "";

    /// <summary>Mail addresses, user names and the like, found exactly and by their beginning.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Narrow readers besides staff: <c>user:{id}</c>, <c>client:{id}</c>.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];
}
