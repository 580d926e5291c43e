using Helios.Kernel.Scopes;

namespace Helios.Core.Views;

/// <summary>With whom a view is shared. What it shows stays a matter of rights: two people see different rows in the same view.</summary>
public static class ViewAudience
{
    /// <summary>Nobody but the one who made it.</summary>
    public const string Me = "me";

    /// <summary>All IT staff.</summary>
    public const string Staff = "staff";

    /// <summary>Everybody with an account.</summary>
    public const string Everybody = "everybody";

    /// <summary>The choices of a form, with their words.</summary>
    public static IReadOnlyList<(string Value, string Label)> Choices { get; } =
        [(Me, "Only me"), (Staff, "All IT staff"), (Roles.Owner, "Owners"), (Roles.ItStaff, "The role IT staff"), (Roles.User, "Whoever asks for things"), (Everybody, "Everybody")];

    /// <summary>The views that an actor may see: his own and those that are shared with him; deleted ones only while he may restore them.</summary>
    public static IQueryable<SavedView> Visible(IQueryable<SavedView> views, Actor actor)
    {
        var (account, role, staff) = (actor.AccountId, actor.Role, actor.IsStaff ? Staff : Everybody);
        return views.Where(view => view.AccountId == account || view.Audience == role || view.Audience == staff || view.Audience == Everybody);
    }
}
