using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Organizations;

/// <summary>What follows the organization's time zone.</summary>
static class OrganizationClock
{
    /// <summary>Schedules without a zone of their own have their next times read anew, on the other clock.</summary>
    public static async Task Reset(HeliosDb db, Organization organization, CancellationToken stop)
    {
        foreach (var schedule in await db.Schedules.Where(row => row.OrganizationId == organization.Id && row.Zone == null).ToListAsync(stop))
            schedule.NextAt = null;
    }
}
