namespace Helios.Core.Tags;

/// <summary>A tag as people see it.</summary>
/// <param name="Key">How addresses name it; it stays when the tag is renamed.</param>
/// <param name="Name">How it is written.</param>
/// <param name="Color">gray, red, amber, green, teal, blue, violet or pink.</param>
public sealed record TagView(string Key, string Name, string Color = TagColor.Gray)
{
    internal static TagView Of(Tag tag) => new(tag.Key, tag.Name, tag.Color);
}
