using Helios.Kernel.Entities;

namespace Helios.Itsm.Tickets;

/// <summary>The rules of the desk in an organization. No row means the usual ones.</summary>
public sealed class TicketSettings : IOwned, ISetting
{
    /// <summary>A week: whoever still objects has had his chance over every weekday.</summary>
    public const int UsualDays = 7;

    public Guid OrganizationId { get; set; }

    /// <summary>After so many days a resolved ticket is closed by itself, 1 to 365.</summary>
    public int CloseAfterDays { get; set; } = UsualDays;
}
