using System.Text.RegularExpressions;
using Helios.Tests.Architecture;
using Xunit;

namespace Helios.Tests.Docs;

/// <summary>What docs/developing.md names and quotes is there.</summary>
public sealed partial class DeveloperGuideTests
{
    const string Guide = "docs/developing.md";

    /// <summary>Names of the framework that the guide may use.</summary>
    static readonly string[] Framework = ["ModelBuilder"];

    [Fact]
    public void Every_file_and_folder_that_it_names_exists()
    {
        var named = Guides.Marked(Guides.Read(Guide)).Where(text => IsPath().IsMatch(text)).ToList();
        Assert.True(named.Count > 50);
        Assert.Empty(named.Where(path => !File.Exists(Path.Combine(Tree.Root, path)) && !Directory.Exists(Path.Combine(Tree.Root, path))).Distinct());
    }

    [Fact]
    public void Every_type_and_member_that_it_names_exists()
    {
        var types = NamesIn(Types()).Concat(Guides.Source.Where(file => file.EndsWith(".razor", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)!)).Concat(Framework).ToHashSet(StringComparer.Ordinal);
        var folders = Guides.Source.Select(file => Path.GetFileName(Path.GetDirectoryName(file))!);
        var members = NamesIn(Members()).Concat(folders).ToHashSet(StringComparer.Ordinal);
        var named = Guides.Marked(Guides.Read(Guide)).Select(text => Named().Match(text)).Where(match => match.Success).ToList();
        Assert.True(named.Count > 40);
        Assert.Empty(named.Where(match => !Exists(match, types, members)).Select(match => match.Value));
    }

    [Fact]
    public void Every_line_of_code_that_it_quotes_stands_in_the_tree()
    {
        var source = string.Join('\n', Guides.Source.Select(File.ReadAllText));
        var quoted = Guides.BlocksOf(Guides.Read(Guide), "csharp").SelectMany(block => block.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 3).ToList();
        Assert.True(quoted.Count > 40);
        // An ellipsis stands for what was left out at its place.
        Assert.Empty(quoted.Where(line => !line.Split('…').All(part => source.Contains(part.Trim(), StringComparison.Ordinal))).Distinct());
    }

    static IEnumerable<string> NamesIn(Regex pattern) => Guides.Source.SelectMany(file => pattern.Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value));

    /// <summary>A member stands behind its type, or alone as a method, a property or a folder.</summary>
    static bool Exists(Match match, HashSet<string> types, HashSet<string> members) => match.Groups["member"].Success
        ? types.Contains(match.Groups["type"].Value) && members.Contains(match.Groups["member"].Value)
        : types.Contains(match.Groups["type"].Value) || members.Contains(match.Groups["type"].Value);

    [GeneratedRegex(@"^(?:(?:core|modules|host|web|tests|docs)(?:/[\w.{}-]+)*/?|helios|Helios\.slnx)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsPath();

    [GeneratedRegex(@"^(?<type>[A-Z][A-Za-z]+)(?:<\w+>)?(?:\.(?<member>[A-Z]\w+))?(?:\(.*\))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:class|record|interface|struct|enum)\s+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Types();

    [GeneratedRegex(@"\b(?<name>[A-Z]\w*)(?:<[\w, ]+>)?(?:\(| \{ get| =>)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Members();
}
