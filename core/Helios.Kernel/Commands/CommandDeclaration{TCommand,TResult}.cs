using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Commands;

/// <summary>A declared command with its input and result.</summary>
/// <typeparam name="TCommand">The input record.</typeparam>
/// <typeparam name="TResult">What the caller gets back.</typeparam>
public sealed class CommandDeclaration<TCommand, TResult> : CommandDeclaration<TResult>
    where TCommand : ICommand<TResult>
{
    readonly ObjectFactory create;

    /// <summary>Made by <see cref="FeatureBuilder.Command{TCommand}"/>.</summary>
    public CommandDeclaration(Module module, Type handler, string name, string? permission, string happened)
        : base(module, typeof(TCommand), name, permission, happened) =>
        create = ActivatorUtilities.CreateFactory(handler, []);

    public override async Task<Outcome<object>> Run(CommandPipeline pipeline, object input, Scope scope, CommandOptions options, CancellationToken stop) =>
        (await pipeline.Run((TCommand)input, scope, options, stop)).Map(result => (object)result!);

    internal override async Task<Problem?> Handle(IServiceProvider services, object command, CommandContext context) =>
        (await Handle(services, (TCommand)command, context)).Problem;

    internal override Task<Outcome<TResult>> Handle(IServiceProvider services, ICommand<TResult> command, CommandContext context) =>
        ((ICommandHandler<TCommand, TResult>)create(services, [])).Handle((TCommand)command, context);
}
