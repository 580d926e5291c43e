using Helios.Kernel.Installations;
using Helios.Server.Modules;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Modules;

/// <summary>Packages that cannot run here are refused by name, before anything of them is loaded, with the way out.</summary>
public sealed class RefusedPackageTests : IDisposable
{
    readonly Packages packages = new();

    public void Dispose() => packages.Dispose();

    [Fact]
    public void A_package_for_a_newer_core_is_refused() =>
        Refuses(packages.Install(Packages.Test).Says(Packages.Test, "\"from\": \"0.1\"", "\"from\": \"7.0\""), "The module test 0.2.0 runs on core 7.0 and later, before 1.0", "Update Helios");

    [Fact]
    public void A_package_for_an_older_core_is_refused() =>
        Refuses(packages.Install(Packages.Test).Says(Packages.Test, "\"until\": \"1.0\"", "\"until\": \"0.1\""), "runs on core 0.1 and later, before 0.1", "newer version of the module");

    [Fact]
    public void A_package_whose_need_is_missing_is_refused() =>
        Refuses(packages.Install(Packages.Test).Says(Packages.Test, "[  ]", """[ { "id": "vault" } ]"""), "needs the module vault, which is not installed", "Install vault");

    [Fact]
    public void One_module_in_two_folders_is_refused() =>
        Refuses(packages.Hollow("Helios.A", "same").Hollow("Helios.B", "same"), "The module same is installed twice", "Remove one");

    [Fact]
    public void Two_packages_with_two_major_versions_of_one_dependency_are_refused() =>
        Refuses(packages.Hollow("Helios.A", "a").Brings("Helios.A", "Parser", "2.1.0.0").Hollow("Helios.B", "b").Brings("Helios.B", "Parser", "3.0.0.0"), "Helios.A brings Parser 2.1.0.0 and Helios.B brings 3.0.0.0", "same version of Helios");

    [Fact]
    public void A_package_without_its_manifest_is_refused() =>
        Refuses(packages.Put("Helios.Gone", "read.me", ""), "Helios.Gone holds no module: module.json is missing", "Install the module again");

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{ "id": "a", "version": "one", "core": { "from": "0.1", "until": "1.0" }, "requires": [] }""")]
    [InlineData("""{ "id": "a" }""")]
    public void A_manifest_that_says_nothing_is_refused(string manifest) =>
        Refuses(packages.Put("Helios.A", "module.json", manifest), "Helios.A/module.json cannot be understood", "Install the module again");

    [Fact]
    public void A_package_without_its_assembly_or_with_a_damaged_one_is_refused()
    {
        packages.Hollow("Helios.A", "a");
        File.Delete(Path.Combine(packages.Folder, "Helios.A", "Helios.A.dll"));
        Refuses(packages, "The module a is broken: Helios.A.dll", "Install the module again");
        Refuses(packages.Put("Helios.A", "Helios.A.dll", "no assembly"), "The module a is broken: Helios.A.dll", "Install the module again");
    }

    [Fact]
    public void A_package_without_a_module_in_it_is_refused() =>
        Refuses(packages.Hollow("Helios.HollowOne", "hollow"), "Helios.HollowOne declares 0 modules", "Install the module again");

    [Fact]
    public void A_manifest_that_belongs_to_another_build_is_refused() =>
        Refuses(packages.Install(Packages.Test).Says(Packages.Test, "0.2.0", "0.3.0"), "says that it is test 0.3.0, and holds test 0.2.0", "Install the module again");

    [Fact]
    public async Task A_server_that_is_given_one_does_not_start_and_the_doctor_shows_it()
    {
        using var site = new EmptySite();
        packages.Install(Packages.Test).Says(Packages.Test, "\"from\": \"0.1\"", "\"from\": \"7.0\"");

        await using var server = ServerProcess.Run(site.Key, ["run", "--data", site.Data, "--port", "0"], packages.Folder);
        Assert.Equal(1, await server.Exit());
        Assert.Contains("→ Update Helios, or install an older version of the module.", server.Output, StringComparison.Ordinal);

        await using var doctor = ServerProcess.Run(site.Key, ["doctor", "--data", site.Data, "--port", "0"], packages.Folder);
        Assert.Equal(1, await doctor.Exit());
        Assert.Contains("fault  The module test 0.2.0 runs on core 7.0 and later", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("1 fault.", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_packages_start_with_their_migrations_and_the_doctor_names_them()
    {
        using var site = new EmptySite();
        packages.Install(Packages.Itsm).Install(Packages.Test);

        await using (var server = ServerProcess.Run(site.Key, ["run", "--data", site.Data, "--port", "0"], packages.Folder))
        {
            using var client = new HttpClient { BaseAddress = await server.Ready() };
            Assert.Equal(0L, await EmptyDatabases.Sql(Kernel.Installations.Embedded.EmbeddedPostgres.Running(site.Data).Owner, "select count(*) from specimen"));
            Assert.Contains("Sign in", await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            await server.Stop("TERM");
        }

        await using var doctor = ServerProcess.Run(site.Key, ["doctor", "--data", site.Data, "--port", "0"], packages.Folder);
        Assert.True(await doctor.Exit() == 0, doctor.Output);
        Assert.Contains("ok     The module itsm 0.1.0 runs on core 0.1 and later, before 1.0", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("ok     The module test 0.2.0", doctor.Output, StringComparison.Ordinal);
    }

    static void Refuses(Packages packages, string what, string cure)
    {
        var refused = Assert.Throws<InstallationException>(() => ModuleLoader.Load(packages.Folder));
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        Assert.Contains(cure, refused.Cure, StringComparison.Ordinal);
    }
}
