using Helios.Kernel.Problems;

namespace Helios.Kernel.Queries;

/// <summary>Answers a query for one actor; it reads through what the actor may see.</summary>
/// <typeparam name="TQuery">The input record that the handler is nested in.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public interface IQueryHandler<TQuery, TResult>
    where TQuery : IQuery<TResult>
{
    Task<Outcome<TResult>> Handle(TQuery query, QueryContext context);
}
