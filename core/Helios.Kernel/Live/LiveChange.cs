namespace Helios.Kernel.Live;

/// <summary>Names what changed, never a value.</summary>
/// <param name="Seq">The place in the organization's chain: the cursor.</param>
/// <param name="Kind">The entity's kind, such as <c>ticket</c>.</param>
/// <param name="Id">The entity's id.</param>
/// <param name="Key">The entity's key, such as T-1042.</param>
public sealed record LiveChange(long Seq, string Kind, Guid Id, string Key);
