using Helios.Core.Timeline;

namespace Helios.Core.Directory.People;

/// <summary>How timelines tell what happened to a person.</summary>
static class UserTexts
{
    const string Kind = "user";

    /// <summary>The sentences.</summary>
    public static IReadOnlyList<EventText> Events { get; } =
    [
        new("UserCreated", "added this {user}"),
        new("UserDeactivated", "deactivated this {user}"),
        new("UserReactivated", "reactivated this {user}"),
        new("UserArchived", "archived this {user}"),
        new("UserRestored", "restored this {user}"),
        new("UserInvited", "invited this {user}"),
        new("UserJoined", "accepted the invitation"),
        new("UserAccountDisabled", "disabled the account"),
        new("UserAccountEnabled", "enabled the account"),
        new("NotificationsChosen", "chose which notifications arrive"),
        new("Imported", "imported this"),
    ];

    /// <summary>The fields; the person himself reads all but the notes.</summary>
    public static IReadOnlyList<FieldText> Fields { get; } =
    [
        Field("name", "name"), Field("firstName", "first name"), Field("lastName", "last name"), Field("username", "user name"), Field("mail", "mail address"),
        Field("phone", "phone"), Field("title", "job title"), Field("employeeNumber", "employee number"), Field("company", "company"), Field("website", "website"),
        Field("notes", "notes") with { IsInternal = true }, Field("isActive", "active"), Field("isVip", "VIP"), Field("isRemote", "remote"), Field("isStaff", "IT staff"),
        Field("startsOn", "first day"), Field("endsOn", "last day"),
        Field("locationId", "location") with { TellsName = true }, Field("managerId", "manager") with { TellsName = true },
        Field("usernameKey", "user name") with { IsHidden = true }, Field("mailKey", "mail address") with { IsHidden = true },
        Field("key", "key") with { IsHidden = true }, Field("source", "source") with { IsHidden = true },
    ];

    static FieldText Field(string name, string label) => new(name, label) { Kind = Kind };
}
