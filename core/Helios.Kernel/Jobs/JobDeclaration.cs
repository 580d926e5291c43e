using Helios.Kernel.Modules;

namespace Helios.Kernel.Jobs;

/// <summary>A declared job.</summary>
public abstract class JobDeclaration
{
    private protected JobDeclaration(Module module, string name, string? label, Type payload)
    {
        Module = module;
        Name = name;
        Label = label ?? name;
        Payload = payload;
    }

    public Module Module { get; }

    public string Name { get; }

    /// <summary>What people read, such as "Close resolved tickets"; the name where none is declared.</summary>
    public string Label { get; }

    /// <summary>Whether somebody waits for it.</summary>
    public bool IsAwaited { get; internal init; }

    /// <summary>The payload's record.</summary>
    public Type Payload { get; }

    internal abstract Task Run(IServiceProvider services, string payload, JobContext context);
}
