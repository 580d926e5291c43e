using Helios.Core.Identity.Queries;
using Helios.Web.Components.Forms;

namespace Helios.Core.Identity.Pages;

/// <summary>The account of a person of the directory.</summary>
/// <param name="Account">What there is.</param>
/// <param name="Link">A one-time link that was just made; shown once.</param>
/// <param name="LinkEnds">When it stops working.</param>
/// <param name="ActorRole">The role of whoever looks.</param>
public sealed record UserAccountView(GetUserAccount.Result Account, string? Link, DateTimeOffset? LinkEnds, string ActorRole)
{
    /// <summary>The roles that whoever looks may give.</summary>
    public IReadOnlyList<SelectOption> Roles =>
    [
        new(Kernel.Scopes.Roles.User, "User: sees what he asked for"),
        .. ActorRole == Kernel.Scopes.Roles.Owner
            ? new SelectOption[] { new(Kernel.Scopes.Roles.ItStaff, "IT staff: works on requests and looks after the directory"), new(Kernel.Scopes.Roles.Owner, "Owner: everything, settings included") }
            : [],
    ];

    /// <summary>Whether whoever looks may change this account.</summary>
    public bool MayChange => ActorRole == Kernel.Scopes.Roles.Owner || Account.Role is null or Kernel.Scopes.Roles.User;
}
