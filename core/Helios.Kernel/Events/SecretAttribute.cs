namespace Helios.Kernel.Events;

/// <summary>A field whose value no event may hold: the audit trail records only that it changed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
