namespace Helios.Kernel.Effects;

/// <summary>One call that a command asks for.</summary>
/// <typeparam name="TRequest">The request's record.</typeparam>
/// <param name="Label">What it is for, such as the name of a device.</param>
/// <param name="Request">What the call needs to know; no secrets.</param>
public sealed record EffectItem<TRequest>(string Label, TRequest Request);
