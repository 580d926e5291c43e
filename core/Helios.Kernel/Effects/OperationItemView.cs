namespace Helios.Kernel.Effects;

/// <summary>One call of an operation.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Label">What it is for.</param>
/// <param name="State">waiting, calling, done, failed, unknown (it may or may not have been done) or canceled.</param>
/// <param name="Attempts">How often it was called.</param>
/// <param name="Message">What happened.</param>
/// <param name="Result">What the far side answered, where that is worth keeping.</param>
public sealed record OperationItemView(int Number, string Label, string State, int Attempts, string? Message, string? Result);
