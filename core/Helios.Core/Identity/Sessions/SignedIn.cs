using Helios.Core.Identity.Accounts;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Identity.Sessions;

/// <summary>What a request's session tells besides the scope: whose look the page has, and where else he may go.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="Account">The account's id.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Mail">The address that it signs in with.</param>
/// <param name="Look">The look that it chose.</param>
/// <param name="Unread">How many entries of his inbox in the organization of the page he has not read.</param>
/// <param name="Organizations">Slug and name of each organization that it belongs to, by name.</param>
public sealed record SignedIn(Guid Session, Guid Account, string Name, string Mail, Look Look, int Unread, IReadOnlyList<(string Slug, string Name)> Organizations)
{
    static readonly object Key = new();

    /// <summary>The session of this request, once its scope is known; null where nobody is signed in.</summary>
    public static SignedIn? Of(HttpContext http) => http.Items.TryGetValue(Key, out var found) ? (SignedIn?)found : null;

    internal void Keep(HttpContext http) => http.Items[Key] = this;
}
