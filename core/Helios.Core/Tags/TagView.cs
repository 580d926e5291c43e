namespace Helios.Core.Tags;

/// <summary>A tag as people see it.</summary>
/// <param name="Key">How filters and addresses name it.</param>
/// <param name="Name">How it is written.</param>
public sealed record TagView(string Key, string Name);
