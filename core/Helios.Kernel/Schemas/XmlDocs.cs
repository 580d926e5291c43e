using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Helios.Kernel.Schemas;

/// <summary>The summaries that stand beside each assembly in its XML documentation file. Where the file is missing there are no descriptions.</summary>
public sealed partial class XmlDocs
{
    readonly ConcurrentDictionary<Assembly, FrozenDictionary<string, string>> known = new();

    /// <summary>What a type is, or null.</summary>
    public string? Of(Type type) => Find(type, $"T:{NameOf(type)}");

    /// <summary>What a property means, or null.</summary>
    public string? Of(PropertyInfo property) =>
        property.DeclaringType is { } owner ? Find(owner, $"P:{NameOf(owner)}.{property.Name}") : null;

    /// <summary>What a word of an enum means, or null.</summary>
    public string? OfWord(Type choice, string name) => Find(choice, $"F:{NameOf(choice)}.{name}");

    string? Find(Type type, string member) => known.GetOrAdd(type.Assembly, Load).GetValueOrDefault(member);

    static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    static FrozenDictionary<string, string> Load(Assembly assembly)
    {
        var file = string.IsNullOrEmpty(assembly.Location) ? "" : Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file))
            return FrozenDictionary<string, string>.Empty;
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader).Descendants("member")
            .Select(member => (Name: member.Attribute("name")?.Value, Summary: member.Element("summary")))
            .Where(member => member is { Name: not null, Summary: not null })
            .GroupBy(member => member.Name!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => Plain(group.First().Summary!), StringComparer.Ordinal);
    }

    static string Plain(XElement summary) => Blanks().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim();

    static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference when reference.IsEmpty => Reference(reference),
        XElement element => string.Concat(element.Nodes().Select(Plain)),
        _ => "",
    };

    // T:Helios.Kernel.Input.Optional`1 reads Optional.
    static string Reference(XElement reference)
    {
        var target = (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name") ?? reference.Attribute("href"))?.Value ?? "";
        return target.Split('(')[0].Split('.')[^1].Split(':')[^1].Split('`')[0];
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
