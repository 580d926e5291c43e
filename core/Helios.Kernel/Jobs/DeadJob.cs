namespace Helios.Kernel.Jobs;

/// <summary>A job that gave up: the payload of the job that tells of it.</summary>
/// <param name="Job">Its id.</param>
/// <param name="Name">Its declared name.</param>
/// <param name="Message">Why.</param>
public sealed record DeadJob(Guid Job, string Name, string? Message)
{
    /// <summary>The job that tells. Nobody is told of its own end.</summary>
    public const string JobName = "jobs.died";
}
