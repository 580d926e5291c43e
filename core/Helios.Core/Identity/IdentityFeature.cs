using Helios.Core.Identity.Commands;
using Helios.Core.Identity.Pages;
using Helios.Core.Identity.Queries;
using Helios.Core.Identity.Sessions;
using Helios.Core.Identity.Tokens;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Core.Identity;

/// <summary>Accounts: who signs in, from where, with which role, and with which tokens.</summary>
public sealed class IdentityFeature : Feature
{
    public const string Own = "account:own";
    public const string Manage = "accounts:manage";

    public override string Name => "account";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(IdentityTables.Map);
        feature.Permission(Own, "Look after one's own account", Roles.ItStaff, Roles.User);
        feature.Permission(Manage, "Invite people, give roles and disable accounts", Roles.ItStaff);
        feature.Row<Session>("session", (rows, actor) => rows.Where(row => row.AccountId == actor.AccountId && row.RevokedAt == null));
        feature.Row<AccessToken>("token", (rows, actor) => rows.Where(row => row.AccountId == actor.AccountId && row.RevokedAt == null));
        feature.Unique("account_mail", "mail", "This mail address has an account already. Enter its password to use it here.");
        feature.Unique("membership_user", "user", "This {user} has an account already. Load the page again.");
        DeclareOwn(feature);
        DeclareOthers(feature);
        feature.Every<IdentitySweep>("account.sweep", TimeSpan.FromHours(1));
        feature.Contribute(new SignInPages());
        feature.Contribute(new AccountPages());
        feature.Contribute(new InvitationPages());
        feature.Contribute(new EntityAction("user", "Account", Manage, person => $"/people/{person.Key}/account") { Icon = "key", Order = 20 });
    }

    static void DeclareOwn(FeatureBuilder feature)
    {
        const string Browser = "Credentials are looked after by a person, in a browser.";
        feature.Query<GetAccount>("account.get", Own).Rest("GET /account");
        feature.Query<ListSessions>("account.sessions", Own).NoRest(Browser);
        feature.Query<ListTokens>("account.tokens", Own).NoRest(Browser);
        feature.Command<ChangePassword>("account.change_password", Own, "PasswordChanged").Internal().NoRest(Browser).Palette("Change your password", "/account").NotUndoable("Passwords are not kept, so an old one can't come back. Change it again instead.");
        feature.Command<RevokeSession>("account.revoke_session", Own, "SessionRevoked").Internal().NoRest(Browser).NotUndoable("A browser that was signed out signs in again instead.");
        feature.Command<CreateToken>("account.create_token", Own, "TokenCreated").Internal().NoRest(Browser).Palette("Create an access token", "/account/tokens").NotUndoable("Revoke the token on your account page instead.");
        feature.Command<RevokeToken>("account.revoke_token", Own, "TokenRevoked").Internal().NoRest(Browser).NotUndoable("A token that was revoked stays so. Create a new one instead.");
        feature.Command<SetAppearance>("account.set_appearance", Own, "AppearanceSet").Internal().NoRest("It is about pages.").Palette("Change theme and density", "/account/appearance").NotUndoable("Choose the look that you had before.");
    }

    static void DeclareOthers(FeatureBuilder feature)
    {
        feature.Query<GetUserAccount>("users.get_account", Manage).Rest("GET /users/{user}/account");
        feature.Command<InviteUser>("users.invite", Manage, "UserInvited").Internal().NoRest("The link is shown once, on a page.").NotUndoable("An invitation ends by itself; a new one takes its place.");
        feature.Command<SetRole>("users.set_role", Manage, "UserRoleSet").Internal().Rest("PUT /users/{user}/role").NotUndoable("Set the role anew on the {user}'s page instead.");
        feature.Command<DisableAccount>("users.disable_account", Manage, "UserAccountDisabled").Internal().Rest("POST /users/{user}/account/disable").NotUndoable("Enable the account on the {user}'s page instead.");
        feature.Command<EnableAccount>("users.enable_account", Manage, "UserAccountEnabled").Internal().Rest("POST /users/{user}/account/enable").NotUndoable("Disable the account on the {user}'s page instead.");
        feature.Query<GetInvitation>("account.invitation", null).Anonymous("It tells the holder of a one-time link for whom it is.").NoRest("One-time links open in a browser.");
        feature.Command<Join>("account.join", null, "UserJoined").Guest(OneTimeLinks.Join).Internal().NoRest("One-time links open in a browser.").NotUndoable("Disable the account on the {user}'s page instead.");
    }
}
