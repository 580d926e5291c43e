using Helios.Kernel.Commands;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Effects;

/// <summary>An effect on the outside world in two phases: a command commits to it, a job makes the calls, a second command commits the result.</summary>
/// <typeparam name="TRequest">What one call needs to know.</typeparam>
public interface IEffect<TRequest>
{
    /// <summary>Makes one call. What it throws counts as unclear: whether it was done is not known.</summary>
    Task<EffectAnswer> Call(TRequest request, EffectCall call);

    /// <summary>The command that commits the result, with an event of its own; it runs once, after the last call. Null where the operation itself tells enough.</summary>
    ICommand<Nothing>? Result(OperationView operation, Guid? subject);
}
