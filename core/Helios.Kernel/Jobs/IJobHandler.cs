namespace Helios.Kernel.Jobs;

/// <summary>Does a job. It may be killed at any moment and run again: it is idempotent or resumes where it was.</summary>
/// <typeparam name="TPayload">The record that the job was enqueued with.</typeparam>
public interface IJobHandler<TPayload>
{
    Task Run(TPayload payload, JobContext context);
}
