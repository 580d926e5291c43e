using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Queries;

/// <summary>A declared query whose answer type is known.</summary>
/// <typeparam name="TResult">The answer.</typeparam>
public abstract class QueryDeclaration<TResult> : QueryDeclaration
{
    private protected QueryDeclaration(Module module, Type input, string name, string? permission)
        : base(module, input, typeof(TResult), name, permission)
    {
    }

    internal abstract Task<Outcome<TResult>> Handle(IServiceProvider services, IQuery<TResult> query, QueryContext context);
}
