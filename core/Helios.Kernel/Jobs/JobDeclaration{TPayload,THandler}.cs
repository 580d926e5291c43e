using System.Text.Json;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Jobs;

/// <summary>A declared job with its payload and handler.</summary>
/// <typeparam name="TPayload">The payload's record.</typeparam>
/// <typeparam name="THandler">The class that does it.</typeparam>
public sealed class JobDeclaration<TPayload, THandler> : JobDeclaration
    where THandler : class, IJobHandler<TPayload>
{
    internal JobDeclaration(Module module, string name, string? label)
        : base(module, name, label, typeof(TPayload))
    {
    }

    internal override Task Run(IServiceProvider services, string payload, JobContext context) =>
        ActivatorUtilities.CreateInstance<THandler>(services).Run(JsonSerializer.Deserialize<TPayload>(payload, HeliosJson.Options)!, context);
}
