using System.Diagnostics;
using System.Security.Cryptography;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Packing;

/// <summary>The archive of <c>./helios pack</c>, unpacked and run where neither .NET nor Node can be found. It takes some seconds: a hundred megabytes come out of it.</summary>
public sealed class ArchiveTests : IDisposable
{
    // What the launcher needs of a system, and nothing else: no dotnet, no node.
    static readonly string[] Programs = ["sh", "dirname", "readlink"];
    readonly EmptySite site = new();

    string Root => Path.GetDirectoryName(site.Data)!;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task It_unpacks_and_serves_without_dotnet_and_node_and_stops_in_order()
    {
        var folder = await Unpack();
        await using var server = ServerProcess.Launch(Start(folder, "run", "--data", site.Data, "--port", "0"));
        var address = await server.Ready();

        using var client = new HttpClient { BaseAddress = address };
        Assert.Contains("Sign in", await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Set it up with this link", server.Output, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(folder, "server", "Helios.Server"), new FileInfo($"/proc/{server.Id}/exe").LinkTarget);
        Assert.Empty(Strangers(folder, server.Id));
        Assert.Equal(0, await server.Stop("INT"));

        await using var doctor = ServerProcess.Launch(Start(folder, "doctor", "--data", site.Data, "--port", "0"));
        Assert.True(await doctor.Exit() == 0, doctor.Output);
        Assert.Contains("The module itsm", doctor.Output, StringComparison.Ordinal);
        await using var backup = ServerProcess.Launch(Start(folder, "backup", "--data", site.Data));
        Assert.True(await backup.Exit() == 0, backup.Output);
    }

    [Fact]
    public async Task It_holds_what_belongs_to_it_under_a_name_with_its_version()
    {
        var folder = await Unpack();
        Assert.Matches("^helios-[0-9]+\\.[0-9]+\\.[0-9]+-linux-x64$", Path.GetFileName(folder));
        Assert.All(
            ["LICENSE", "LICENSE-MODULES.md", "docs/operating.md", "server/modules/Helios.Itsm/module.json", "server/postgres/LICENSE.md", "server/postgres/native/bin/postgres", "server/postgres/native/lib/libpq.so.5"],
            file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
        Assert.Empty(Directory.EnumerateFiles(folder, "Helios.Itsm.dll", SearchOption.AllDirectories).Where(file => !file.Contains("/modules/Helios.Itsm/", StringComparison.Ordinal)));
        Assert.Single(Directory.EnumerateFiles(folder, "Helios.Kernel.dll", SearchOption.AllDirectories));
    }

    /// <summary>Files that the process has in its memory and that belong to another .NET or ICU than the archive's.</summary>
    static IEnumerable<string> Strangers(string folder, int process) => File.ReadLines($"/proc/{process}/maps")
        .Select(line => line.IndexOf('/') is >= 0 and var at ? line[at..] : "")
        .Where(path => path.EndsWith(".dll", StringComparison.Ordinal) || path.Contains("libicu", StringComparison.Ordinal) || path.Contains("libcoreclr", StringComparison.Ordinal))
        .Where(path => !path.StartsWith(folder + "/", StringComparison.Ordinal))
        .Distinct();

    async Task<string> Unpack()
    {
        var archive = Archive();
        var said = await File.ReadAllTextAsync(archive + ".sha256", TestContext.Current.CancellationToken);
        await using (var file = File.OpenRead(archive))
            Assert.Equal($"{Convert.ToHexStringLower(await SHA256.HashDataAsync(file, TestContext.Current.CancellationToken))}  {Path.GetFileName(archive)}\n", said);
        using var tar = Process.Start("tar", ["xf", archive, "-C", Root]);
        await tar.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, tar.ExitCode);
        return Path.Combine(Root, Path.GetFileName(archive)[..^".tar.gz".Length]);
    }

    static string Archive()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Helios.slnx")))
            folder = folder.Parent;
        var packed = Path.Combine(folder!.FullName, "artifacts", "pack");
        return Directory.Exists(packed) && Directory.GetFiles(packed, "*.tar.gz") is [var archive]
            ? archive
            : throw new InvalidOperationException("There is no archive to test. Make it: ./helios pack");
    }

    ProcessStartInfo Start(string folder, params string[] words)
    {
        var programs = Directory.CreateDirectory(Path.Combine(Root, "bin")).FullName;
        foreach (var program in Programs.Where(program => !File.Exists(Path.Combine(programs, program))))
            File.CreateSymbolicLink(Path.Combine(programs, program), Path.Combine("/usr/bin", program));
        var start = new ProcessStartInfo(Path.Combine(folder, "helios"), words);
        start.Environment.Clear();
        start.Environment["PATH"] = programs;
        start.Environment["HOME"] = Root;
        start.Environment["HELIOS_ROOT_KEY"] = site.Key;
        return start;
    }
}
