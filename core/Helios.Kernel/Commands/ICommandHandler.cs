using Helios.Kernel.Problems;

namespace Helios.Kernel.Commands;

/// <summary>Plain C# over the context: it never checks permissions, writes audit rows, sends mail or talks HTTP.</summary>
/// <typeparam name="TCommand">The input record that the handler is nested in.</typeparam>
/// <typeparam name="TResult">What the caller gets back.</typeparam>
public interface ICommandHandler<TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    /// <summary>Changes tracked entities; the pipeline saves them, with their events, in one transaction.</summary>
    Task<Outcome<TResult>> Handle(TCommand command, CommandContext context);
}
