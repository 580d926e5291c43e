namespace Helios.Web.Components.Shell;

/// <summary>A part of the list of keys. The script adds what the page offers for it.</summary>
/// <param name="Name">Its name for the script: <c>page</c>, <c>row</c>, <c>go</c> or <c>new</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Keys">The keys that are the same everywhere.</param>
public sealed record KeyGroup(string Name, string Title, IReadOnlyList<FixedKey> Keys);
