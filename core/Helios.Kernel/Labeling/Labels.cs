using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Helios.Kernel.Modules;

namespace Helios.Kernel.Labeling;

/// <summary>
/// The one way to name a kind or a place to people. Texts name kinds by their immutable name in braces: <c>New {ticket}</c>,
/// <c>{Ticket+}</c> at the beginning and for many; <see cref="Fill"/> puts in what the organization calls them.
/// </summary>
/// <remarks>Labels are a layer above: names of kinds, addresses, permissions and the API never change with them. No text puts “a” or “an” before one.</remarks>
public sealed partial class Labels
{
    readonly FrozenDictionary<string, Label> kinds;
    readonly IReadOnlyDictionary<string, (string One, string Many)> own;

    Labels(FrozenDictionary<string, Label> kinds, IReadOnlyDictionary<string, (string, string)> own) => (this.kinds, this.own) = (kinds, own);

    /// <summary>No declarations and no own words: kinds are called by their names. For pages outside every organization.</summary>
    public static Labels Plain { get; } = new(FrozenDictionary<string, Label>.Empty, FrozenDictionary<string, (string, string)>.Empty);

    /// <summary>The labels of an organization: its own words over those of the declarations.</summary>
    /// <param name="registry">The kinds.</param>
    /// <param name="own">Its own words, by the name of a kind or <c>area.</c> and the place.</param>
    public static Labels Of(Registry registry, IReadOnlyDictionary<string, (string One, string Many)> own) => new(
        registry.Kinds.ToFrozenDictionary(
            kind => kind.Name,
            kind => own.TryGetValue(kind.Name, out var mine) ? Label.Own(mine.One, mine.Many) : Label.Stock(kind.Label.One, kind.Label.Many),
            StringComparer.Ordinal),
        own);

    /// <summary>What a kind is called here.</summary>
    public Label Kind(string name) => kinds.GetValueOrDefault(name) ?? Label.Stock(char.ToUpperInvariant(name[0]) + name[1..], char.ToUpperInvariant(name[0]) + name[1..] + "s");

    /// <summary>What a place of the navigation is called here.</summary>
    /// <param name="stock">Its declared label.</param>
    public string Area(string stock) => Place(AreaName(stock), stock);

    /// <summary>The same by the name under which it is kept.</summary>
    public string Place(string name, string stock) => own.TryGetValue(name, out var mine) ? mine.One : Fill(stock);

    /// <summary>The name under which the label of a place is kept: <c>area.my-requests</c>.</summary>
    public static string AreaName(string stock) => "area." + stock.ToLowerInvariant().Replace(' ', '-').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace('+', 's');

    /// <summary>A text with the names of kinds filled in. Fill first, then put in what people wrote: their braces are theirs.</summary>
    public string Fill(string text) => text.Contains('{', StringComparison.Ordinal) ? Brace().Replace(text, Word) : text;

    string Word(Match brace)
    {
        var name = brace.Groups["name"].Value;
        var kind = char.ToLowerInvariant(name[0]) + name[1..];
        if (kinds.Count > 0 && !kinds.ContainsKey(kind))
            return brace.Value;
        var label = Kind(kind);
        var isMany = brace.Groups["many"].Success;
        return char.IsUpper(name[0]) ? (isMany ? label.Many : label.One) : isMany ? label.ManyInText : label.OneInText;
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z][a-z_]*)(?<many>\+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brace();
}
