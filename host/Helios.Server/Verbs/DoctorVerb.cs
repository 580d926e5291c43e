using Helios.Core;
using Helios.Kernel.Files;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Examining;
using Helios.Kernel.Modules;
using Helios.Server.Modules;
using Helios.Server.Running;

namespace Helios.Server.Verbs;

/// <summary>Prints what is in order and what is not, each fault with its cure.</summary>
static class DoctorVerb
{
    public static async Task<int> Run(HeliosSettings settings, TextWriter output, CancellationToken stop)
    {
        var faults = 0;
        var (house, modules) = Modules();
        foreach (var finding in modules)
            faults += await Print(finding, output);
        FileUse[] files = [.. Registry.Build(house.Modules).Contributions<FileUse>().Select(use => use.Value)];
        await foreach (var finding in new Doctor(settings, house.Migrations, files, TimeProvider.System).Examine(stop))
            faults += await Print(finding, output);
        await output.WriteLineAsync(faults switch { 0 => "Everything is in order.", 1 => "1 fault.", _ => $"{faults} faults." });
        return faults == 0 ? 0 : 1;
    }

    /// <summary>The modules, and what is to be said of them; without them where one cannot run.</summary>
    static (House House, List<Finding> Findings) Modules()
    {
        try
        {
            var core = new CoreModule().Version.ToString(3);
            return (House.Load(), [.. ModuleLoader.Packages(House.Folder).Select(package =>
                new Finding($"The module {package.Manifest.Id} {package.Manifest.Version} runs on core {package.Manifest.Core}; this is core {core}."))]);
        }
        catch (InstallationException e)
        {
            return (new House([]), [new Finding(e.Message, e.Cure)]);
        }
    }

    static async Task<int> Print(Finding finding, TextWriter output)
    {
        await output.WriteLineAsync(finding.IsFault ? $"fault  {finding.Text}\n       → {finding.Cure}" : $"ok     {finding.Text}");
        return finding.IsFault ? 1 : 0;
    }
}
