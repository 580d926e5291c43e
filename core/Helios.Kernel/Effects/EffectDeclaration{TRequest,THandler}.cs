using System.Text.Json;
using Helios.Kernel.Commands;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Effects;

/// <summary>A declared effect with its request and handler.</summary>
/// <typeparam name="TRequest">The request's record.</typeparam>
/// <typeparam name="THandler">The class that makes the calls.</typeparam>
sealed class EffectDeclaration<TRequest, THandler>(Module module, string name, string label) : EffectDeclaration(module, name, label)
    where THandler : class, IEffect<TRequest>
{
    internal override Task<EffectAnswer> Call(IServiceProvider services, string request, EffectCall call) =>
        Make(services).Call(JsonSerializer.Deserialize<TRequest>(request, HeliosJson.Options)!, call);

    internal override ICommand<Nothing>? Result(IServiceProvider services, OperationView operation, Guid? subject) => Make(services).Result(operation, subject);

    static THandler Make(IServiceProvider services) => ActivatorUtilities.CreateInstance<THandler>(services);
}
