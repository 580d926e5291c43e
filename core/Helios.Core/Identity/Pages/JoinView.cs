using Helios.Core.Identity.Queries;

namespace Helios.Core.Identity.Pages;

/// <summary>The page behind a one-time link.</summary>
/// <param name="Address">Where the form posts: the link itself.</param>
/// <param name="Invitation">For whom it is.</param>
public sealed record JoinView(string Address, GetInvitation.Result Invitation);
