namespace Helios.Kernel.Jobs;

/// <summary>A job that every organization has run at certain times, unless it says otherwise.</summary>
/// <param name="Job">What runs.</param>
/// <param name="Times">When, in the organization's zone.</param>
public sealed record ScheduleDeclaration(JobDeclaration Job, DueTimes Times)
{
    public string Name => Job.Name;
}
