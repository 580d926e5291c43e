namespace Helios.Kernel.Commands;

/// <summary>One thing that can be done: an input record with its rules. The only way to change data.</summary>
/// <typeparam name="TResult">What the caller gets back.</typeparam>
public interface ICommand<TResult>;
