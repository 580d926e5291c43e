using Helios.Kernel.Scopes;

namespace Helios.Kernel.Effects;

/// <summary>What an effect may know besides its request.</summary>
/// <param name="Key">The same for each attempt at the same call: the far side recognizes repeated ones by it.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Scope">The organization, and whoever asked.</param>
/// <param name="Stop">Ends with the declared time limit.</param>
public sealed record EffectCall(string Key, int Attempt, Scope Scope, CancellationToken Stop);
