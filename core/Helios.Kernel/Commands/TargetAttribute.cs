namespace Helios.Kernel.Commands;

/// <summary>Marks the reference that the command changes; it is loaded FOR UPDATE and compared with the caller's version.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TargetAttribute : Attribute;
