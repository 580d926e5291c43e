namespace Helios.Core.Jobs.Queries;

/// <summary>A schedule of the organization.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The declared name of its job, such as <c>tickets.close_resolved</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="IsOn">Whether it makes jobs.</param>
/// <param name="Times">When, such as <c>daily 03:10</c>.</param>
/// <param name="Words">When, in words.</param>
/// <param name="OwnTimes">Whether somebody chose these times; else they are the usual ones.</param>
/// <param name="Zone">The IANA name of the time zone whose clock counts.</param>
/// <param name="OwnZone">Whether somebody chose this zone; else it is the organization's.</param>
/// <param name="NextAt">When it is due next; null where it is off.</param>
/// <param name="Last">The job that it made last; null where there is none.</param>
public sealed record ScheduleView(
    Guid Id, string Name, string Label, bool IsOn, string Times, string Words, bool OwnTimes, string Zone, bool OwnZone, DateTimeOffset? NextAt, LastRun? Last);
