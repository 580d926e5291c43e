namespace Helios.Kernel.Modules;

/// <summary>Something a module adds to a place that another part owns.</summary>
/// <param name="Module">Where it comes from: it is hidden where the module is off.</param>
/// <param name="Value">The thing itself.</param>
public sealed record Contribution<T>(Module Module, T Value);
