using Mono.Cecil;
using Xunit;

namespace Helios.Tests.Architecture;

/// <summary>The house as ARCHITECTURE describes it, read from the built assemblies.</summary>
public sealed class HouseTests
{
    [Fact]
    public void Projects_know_only_whom_they_may() => Holds(Rules.Arrows);

    [Fact]
    public void Namespaces_are_folders() =>
        Assert.Empty(Tree.Names.SelectMany(name => Rules.Folders(name, Tree.FilesOf(name))).Distinct());

    [Fact]
    public void Features_keep_out_of_each_others_internals() => Holds(Rules.Internals);

    [Fact]
    public void There_is_no_static_state() => Holds(Rules.StaticState);

    [Fact]
    public void Names_say_something() => Holds(Rules.Names);

    [Fact]
    public void Classes_are_sealed_unless_somebody_derives() => Holds(Rules.Unsealed);

    [Fact]
    public void Files_stay_small()
    {
        string[] rooms = ["core", "modules", "host", "web/src", "tests"];
        var files = rooms.SelectMany(room => System.IO.Directory.EnumerateFiles(Path.Combine(Tree.Root, room), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".ts" && !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(Tree.Root, file), File.ReadLines(file).Count()))
            .ToList();
        Assert.NotEmpty(files);
        Assert.Empty(Rules.Sizes(files));
    }

    static void Holds(Func<AssemblyDefinition, IEnumerable<string>> rule)
    {
        foreach (var name in Tree.Names)
        {
            using var assembly = Tree.Read(name);
            Assert.Empty(rule(assembly).Distinct());
        }
    }
}
