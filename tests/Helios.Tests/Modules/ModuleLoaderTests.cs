using System.Reflection;
using Helios.Kernel.Installations;
using Helios.Server.Modules;
using Xunit;

namespace Helios.Tests.Modules;

public sealed class ModuleLoaderTests
{
    static readonly Version Core = new(0, 3, 0);

    [Fact]
    public void Modules_come_after_those_that_they_need()
    {
        var ordered = ModuleOrder.Of([Piece("a", "c"), Piece("b"), Piece("c", "b")], Core);
        Assert.Equal(["b", "c", "a"], ordered.Select(module => module.Id));
    }

    [Fact]
    public void A_module_whose_need_is_absent_is_refused_by_name()
    {
        var refused = Assert.Throws<InstallationException>(() => ModuleOrder.Of([Piece("itsm", "vault")], Core));
        Assert.Contains("vault, which is not installed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Modules_that_need_each_other_are_refused() =>
        Assert.Contains("circle", Assert.Throws<InstallationException>(() => ModuleOrder.Of([Piece("a", "b"), Piece("b", "a")], Core)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_module_installed_twice_is_refused() =>
        Assert.Contains("twice", Assert.Throws<InstallationException>(() => ModuleOrder.Of([Piece("a"), Piece("a")], Core)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0.4", "1.0", "Update Helios")]
    [InlineData("0.1", "0.3", "newer version of the module")]
    public void A_module_for_another_core_is_refused_with_the_way_out(string from, string until, string cure)
    {
        var refused = Assert.Throws<InstallationException>(() => ModuleOrder.Of([Piece("itsm") with { Core = new VersionRange(Version.Parse(from), Version.Parse(until)) }], Core));
        Assert.Contains("this is core 0.3.0", refused.Message, StringComparison.Ordinal);
        Assert.Contains(cure, refused.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.3", null, "in version 0.3 and later; installed is 0.2.0")]
    [InlineData(null, "0.2", "in version before 0.2; installed is 0.2.0")]
    public void A_need_of_another_version_is_refused_by_name(string? from, string? until, string text)
    {
        var needy = Piece("tickets") with { Requires = [new ModuleNeed("vault", from is null ? null : Version.Parse(from), until is null ? null : Version.Parse(until))] };
        var refused = Assert.Throws<InstallationException>(() => ModuleOrder.Of([needy, Piece("vault")], Core));
        Assert.Contains("The module tickets 0.2.0 needs the module vault " + text, refused.Message, StringComparison.Ordinal);
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
    public void No_folder_is_no_modules() => Assert.Empty(ModuleLoader.Load(Path.Combine(Path.GetTempPath(), "no-such-folder-of-modules")));

    static ModulePackage Package(string name, params (string Name, string Version)[] assemblies) =>
        new(name, name, Piece(name), [.. assemblies.Select(one => (new AssemblyName(one.Name) { Version = Version.Parse(one.Version) }, $"{name}/{one.Name}.dll"))]);

    static ModuleManifest Piece(string id, params string[] requires) => new(id, new Version(0, 2, 0), new VersionRange(new Version(0, 1), new Version(1, 0)), [.. requires.Select(needed => new ModuleNeed(needed))]);
}
