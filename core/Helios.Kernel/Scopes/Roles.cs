namespace Helios.Kernel.Scopes;

/// <summary>The stock roles. A role is a set of permissions, which the features declare.</summary>
public static class Roles
{
    public const string Owner = "owner";
    public const string Admin = "admin";
    public const string ItStaff = "it_staff";
    public const string User = "user";

    /// <summary>Helios itself; no account can have it.</summary>
    public const string System = "system";

    /// <summary>Nobody signed in; no account can have it.</summary>
    public const string Guest = "guest";

    /// <summary>The roles that an account can be given, strongest first.</summary>
    public static IReadOnlyList<string> Assignable { get; } = [Owner, ItStaff, User];
}
