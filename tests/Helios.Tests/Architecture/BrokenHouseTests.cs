using Mono.Cecil;
using Xunit;

namespace Helios.Tests.Architecture;

/// <summary>Each rule of the house finds what breaks it: a rule that cannot fail guards nothing.</summary>
public sealed class BrokenHouseTests
{
    [Theory]
    [InlineData("Helios.Kernel", "Helios.Core")]
    [InlineData("Helios.Kernel", "Microsoft.AspNetCore.Http")]
    [InlineData("Helios.Web", "Helios.Core")]
    [InlineData("Helios.Core", "Helios.Itsm")]
    [InlineData("Helios.Itsm", "Helios.Automation")]
    [InlineData("Helios.Server", "Helios.Itsm")]
    public void A_forbidden_arrow_is_found(string from, string to)
    {
        using var assembly = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition(from, new Version(1, 0)), from, ModuleKind.Dll);
        assembly.MainModule.AssemblyReferences.Add(new AssemblyNameReference(to, new Version(1, 0)));
        Assert.Contains(Rules.Arrows(assembly), violation => violation.Contains(to, StringComparison.Ordinal));
    }

    [Fact]
    public void A_namespace_that_differs_from_its_folder_is_found()
    {
        var files = new Dictionary<string, HashSet<string>> { ["Helios.Core.Tickets.Stray"] = ["/_/core/Helios.Core/Links/Stray.cs"] };
        Assert.Contains(Rules.Folders("Helios.Core", files), violation => violation.Contains("Helios.Core.Links", StringComparison.Ordinal));
    }

    [Fact]
    public void Types_without_code_have_a_folder_too() =>
        Assert.Contains(Tree.FilesOf("Helios.Kernel")["Helios.Kernel.Entities.IOwned"], file => file.EndsWith("Entities/IOwned.cs", StringComparison.Ordinal));

    [Theory]
    [InlineData(nameof(Rules.Internals), "reaches into")]
    [InlineData(nameof(Rules.StaticState), "CanBeSet")]
    [InlineData(nameof(Rules.Names), "TicketManager")]
    [InlineData(nameof(Rules.Unsealed), "OpenDoor")]
    public void A_broken_class_is_found(string rule, string expected)
    {
        using var assembly = Tree.Read("Helios.Tests");
        var violations = rule switch
        {
            nameof(Rules.Internals) => Rules.Internals(assembly),
            nameof(Rules.StaticState) => Rules.StaticState(assembly),
            nameof(Rules.Names) => Rules.Names(assembly),
            _ => Rules.Unsealed(assembly),
        };
        Assert.Contains(violations, violation => violation.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_too_long_is_found() => Assert.Single(Rules.Sizes([("long.cs", 401), ("short.cs", 400)]));
}
