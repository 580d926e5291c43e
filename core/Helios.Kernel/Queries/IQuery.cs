namespace Helios.Kernel.Queries;

/// <summary>One thing that can be asked. The only way that doors read.</summary>
/// <typeparam name="TResult">The answer.</typeparam>
public interface IQuery<TResult>;
