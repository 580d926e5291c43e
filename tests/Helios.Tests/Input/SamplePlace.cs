namespace Helios.Tests.Input;

/// <summary>A place in a building.</summary>
public sealed record SamplePlace(string Room, int Floor, IReadOnlyList<SamplePlace>? Inside = null);
