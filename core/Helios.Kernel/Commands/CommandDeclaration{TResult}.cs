using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Commands;

/// <summary>A declared command whose result type is known.</summary>
/// <typeparam name="TResult">What the caller gets back.</typeparam>
public abstract class CommandDeclaration<TResult> : CommandDeclaration
{
    private protected CommandDeclaration(Module module, Type input, string name, string? permission, string happened)
        : base(module, input, typeof(TResult), name, permission, happened)
    {
    }

    internal abstract Task<Outcome<TResult>> Handle(IServiceProvider services, ICommand<TResult> command, CommandContext context);
}
