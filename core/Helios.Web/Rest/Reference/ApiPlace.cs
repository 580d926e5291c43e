namespace Helios.Web.Rest.Reference;

/// <summary>What the description says in words only, or not at all.</summary>
/// <param name="Route">Where it stands.</param>
/// <param name="Permission">What the caller's role must allow.</param>
/// <param name="NeedsVersion">Whether If-Match must be sent.</param>
sealed record ApiPlace(RestRoute Route, string? Permission, bool NeedsVersion);
