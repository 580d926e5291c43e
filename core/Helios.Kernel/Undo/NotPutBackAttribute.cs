namespace Helios.Kernel.Undo;

/// <summary>A value of a setting that Helios keeps by itself, such as the next time of a schedule: its change stands in no event, and no undo puts it back.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotPutBackAttribute : Attribute;
