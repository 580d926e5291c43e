namespace Helios.Web.Lists;

/// <summary>Something that can be done to the rows that are chosen.</summary>
/// <param name="Command">The command's immutable name.</param>
/// <param name="Label">What it does, verb first.</param>
/// <param name="Icon">Its icon in the sprite.</param>
public sealed record ListAct(string Command, string Label, string Icon);
