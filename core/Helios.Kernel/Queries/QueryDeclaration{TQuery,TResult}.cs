using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Queries;

/// <summary>A declared query with its input and answer.</summary>
/// <typeparam name="TQuery">The input record.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public sealed class QueryDeclaration<TQuery, TResult> : QueryDeclaration<TResult>
    where TQuery : IQuery<TResult>
{
    readonly ObjectFactory create;

    /// <summary>Made by <see cref="FeatureBuilder.Query{TQuery}"/>.</summary>
    public QueryDeclaration(Module module, Type handler, string name, string? permission)
        : base(module, typeof(TQuery), name, permission) =>
        create = ActivatorUtilities.CreateFactory(handler, []);

    public override async Task<Outcome<object>> Ask(QueryPipeline pipeline, object input, Scope scope, CancellationToken stop) =>
        (await pipeline.Ask((TQuery)input, scope, stop)).Map(result => (object)result!);

    internal override Task<Outcome<TResult>> Handle(IServiceProvider services, IQuery<TResult> query, QueryContext context) =>
        ((IQueryHandler<TQuery, TResult>)create(services, [])).Handle((TQuery)query, context);

    internal override async Task<Outcome<object>> HandleAny(IServiceProvider services, object query, QueryContext context) =>
        (await Handle(services, (TQuery)query, context)).Map(result => (object)result!);
}
