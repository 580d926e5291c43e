using System.Text.Json;
using System.Xml.Linq;
using Helios.Tests.Architecture;
using Xunit;

namespace Helios.Tests.Docs;

/// <summary>The guides fit the tree and each other.</summary>
public sealed class DocsTests
{
    /// <summary>Made from a running server, not written.</summary>
    const string Picture = "docs/images/ticket.png";

    [Fact]
    public void Every_link_inside_the_guides_leads_to_a_file()
    {
        Assert.True(Guides.All.Count > 10);
        Assert.Empty(Guides.All.SelectMany(Broken));
    }

    [Fact]
    public void Every_package_has_its_line_and_every_line_its_package()
    {
        var packages = XDocument.Load(Path.Combine(Tree.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value)
            .Concat(Web("dependencies")).Concat(Web("devDependencies"))
            .Order(StringComparer.Ordinal).ToList();
        var lines = Guides.Read("docs/dependencies.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(packages);
        Assert.Equal(packages, lines);
    }

    [Fact]
    public void Every_package_line_names_use_license_and_alternative() =>
        Assert.Empty(Guides.Read("docs/dependencies.md").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Where(line => line.Trim('|').Split('|') is not [_, var use, var license, var otherwise] || new[] { use, license, otherwise }.Any(string.IsNullOrWhiteSpace)).Distinct());

    [Fact]
    public void Every_decision_stands_in_the_list_of_decisions()
    {
        var list = Guides.Read("docs/decisions/README.md");
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Tree.Root, "docs/decisions"), "0*.md").Select(file => Path.GetFileName(file)!).Where(name => !list.Contains($"({name})", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public void The_readme_is_read_in_a_minute() => Assert.InRange(Guides.Read("README.md").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 100, 500);

    static IEnumerable<string> Broken(string guide) => Guides.Links(File.ReadAllText(guide))
        .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal))
        .Select(link => link.Split('#')[0])
        .Where(link => link.Length > 0 && link != Picture)
        .Select(link => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(guide)!, link)))
        .Where(path => !File.Exists(path) && !Directory.Exists(path))
        .Select(path => $"{Path.GetRelativePath(Tree.Root, guide)} → {Path.GetRelativePath(Tree.Root, path)}");

    static IEnumerable<string> Web(string part)
    {
        using var package = JsonDocument.Parse(Guides.Read("web/package.json"));
        return [.. package.RootElement.GetProperty(part).EnumerateObject().Select(one => one.Name)];
    }
}
