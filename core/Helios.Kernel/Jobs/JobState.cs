namespace Helios.Kernel.Jobs;

/// <summary>The states of a job.</summary>
public static class JobState
{
    public const string Waiting = "waiting";
    public const string Running = "running";
    public const string Done = "done";

    /// <summary>Gave up after its attempts; an admin can read and retry it.</summary>
    public const string Dead = "dead";
    public const string Canceled = "canceled";
}
