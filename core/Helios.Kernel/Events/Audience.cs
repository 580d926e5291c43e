namespace Helios.Kernel.Events;

/// <summary>Who may read a comment, an attachment or an event, besides staff.</summary>
public static class Audience
{
    /// <summary>Staff only.</summary>
    public const string Internal = "internal";

    /// <summary>Staff and whoever may see the entity.</summary>
    public const string Requester = "requester";
}
