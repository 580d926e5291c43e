namespace Helios.Kernel.Jobs;

/// <summary>Work that every node offers to do again and again; it takes its own locks where one node is enough.</summary>
public interface IRecurring
{
    Task Run(CancellationToken stop);
}
