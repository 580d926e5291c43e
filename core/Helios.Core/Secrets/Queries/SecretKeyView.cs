namespace Helios.Core.Secrets.Queries;

/// <summary>One version of a key of the organization.</summary>
/// <param name="Purpose">What it seals, such as <c>integration</c>.</param>
/// <param name="Version">Its number.</param>
/// <param name="State"><c>active</c>, <c>decrypt_only</c> while older values wait to be sealed anew, or <c>retired</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record SecretKeyView(string Purpose, int Version, string State, DateTimeOffset CreatedAt);
