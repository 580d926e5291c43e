using System.Reflection;
using Helios.Kernel.Installations;
using Helios.Kernel.Modules;
using Helios.Server.Modules;
using Xunit;
using Module = Helios.Kernel.Modules.Module;

namespace Helios.Tests.Modules;

public sealed class ModuleLoaderTests
{
    static readonly Version Core = new(0, 3, 0);

    [Fact]
    public void Modules_come_after_those_that_they_need()
    {
        var ordered = ModuleOrder.Of([new Piece("a", ["c"]), new Piece("b", []), new Piece("c", ["b"])], Core);
        Assert.Equal(["b", "c", "a"], ordered.Select(module => module.Id));
    }

    [Fact]
    public void A_module_whose_need_is_absent_is_refused_by_name()
    {
        var refused = Assert.Throws<InstallationException>(() => ModuleOrder.Of([new Piece("itsm", ["vault"])], Core));
        Assert.Contains("vault, which is not installed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Modules_that_need_each_other_are_refused() =>
        Assert.Contains("circle", Assert.Throws<InstallationException>(() => ModuleOrder.Of([new Piece("a", ["b"]), new Piece("b", ["a"])], Core)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_module_installed_twice_is_refused() =>
        Assert.Contains("twice", Assert.Throws<InstallationException>(() => ModuleOrder.Of([new Piece("a", []), new Piece("a", [])], Core)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0.4", "1.0", "Update Helios")]
    [InlineData("0.1", "0.3", "newer version of the module")]
    public void A_module_for_another_core_is_refused_with_the_way_out(string from, string until, string cure)
    {
        var refused = Assert.Throws<InstallationException>(() => ModuleOrder.Of([new Piece("itsm", []) { From = Version.Parse(from), Until = Version.Parse(until) }], Core));
        Assert.Contains("this is core 0.3.0", refused.Message, StringComparison.Ordinal);
        Assert.Contains(cure, refused.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_one_dependency_the_highest_version_within_a_major_version_is_taken()
    {
        var files = Dependencies.Choose([Package("Helios.A", ("Parser", "2.1.0.0")), Package("Helios.B", ("Parser", "2.4.0.0")), Package("Helios.C", ("Parser", "2.0.0.0"))], _ => null);
        Assert.Equal("Helios.B/Parser.dll", files["parser"]);
    }

    [Fact]
    public void Two_major_versions_are_refused_by_name()
    {
        var refused = Assert.Throws<InstallationException>(() => Dependencies.Choose([Package("Helios.A", ("Parser", "2.1.0.0")), Package("Helios.B", ("Parser", "3.0.0.0"))], _ => null));
        Assert.Contains("Helios.A brings Parser 2.1.0.0 and Helios.B brings 3.0.0.0", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5.0.0", false)]
    [InlineData("1.7.0.0", true)]
    [InlineData("2.0.0.0", true)]
    public void What_the_server_brings_itself_serves_modules_made_for_it_or_an_older_one(string version, bool isRefused)
    {
        var packages = new[] { Package("Helios.A", ("AngleSharp", version)) };
        if (isRefused)
            Assert.Contains("AngleSharp", Assert.Throws<InstallationException>(() => Dependencies.Choose(packages, _ => new Version(1, 6, 0, 0))).Message, StringComparison.Ordinal);
        else
            Assert.Empty(Dependencies.Choose(packages, _ => new Version(1, 6, 0, 0)));
    }

    [Fact]
    public void A_folder_without_its_module_is_refused_and_no_folder_is_no_modules()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("helios-modules").FullName;
        Assert.Empty(ModuleLoader.Load(Path.Combine(folder, "absent")));
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "Helios.Gone"));
        var refused = Assert.Throws<InstallationException>(() => ModuleLoader.Load(folder));
        Assert.Contains("Helios.Gone.dll is missing", refused.Message, StringComparison.Ordinal);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    static ModulePackage Package(string name, params (string Name, string Version)[] assemblies) =>
        new(name, name, [.. assemblies.Select(one => (new AssemblyName(one.Name) { Version = Version.Parse(one.Version) }, $"{name}/{one.Name}.dll"))]);

    sealed class Piece(string id, IReadOnlyList<string> requires) : Module
    {
        public Version From { get; init; } = new(0, 1);

        public Version Until { get; init; } = new(1, 0);

        public override string Id => id;

        public override string Name => id;

        public override IReadOnlyList<string> Requires => requires;

        public override Version CoreFrom => From;

        public override Version CoreUntil => Until;

        public override IReadOnlyList<Feature> Features => [];
    }
}
