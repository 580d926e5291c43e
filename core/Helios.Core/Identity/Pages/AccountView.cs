using Helios.Core.Identity.Commands;
using Helios.Core.Identity.Queries;

namespace Helios.Core.Identity.Pages;

/// <summary>The actor's own account: one tab of it.</summary>
/// <param name="Tab">Which: profile, sessions, tokens, appearance.</param>
/// <param name="Account">The account.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record AccountView(string Tab, GetAccount.Result Account, DateTimeOffset Now)
{
    /// <summary>The browsers, on their tab.</summary>
    public IReadOnlyList<ListSessions.Item> Sessions { get; init; } = [];

    /// <summary>The tokens, on their tab.</summary>
    public IReadOnlyList<ListTokens.Item> Tokens { get; init; } = [];

    /// <summary>A token that was just made; shown once.</summary>
    public CreateToken.Result? Made { get; init; }

    /// <summary>The address of this server, for the example.</summary>
    public string Server { get; init; } = "";
}
