using Helios.Kernel.Files;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Examining;
using Helios.Kernel.Modules;
using Helios.Server.Running;

namespace Helios.Server.Verbs;

/// <summary>Prints what is in order and what is not, each fault with its cure.</summary>
static class DoctorVerb
{
    public static async Task<int> Run(HeliosSettings settings, TextWriter output, CancellationToken stop)
    {
        var faults = 0;
        var house = House.Load();
        FileUse[] files = [.. Registry.Build(house.Modules).Contributions<FileUse>().Select(use => use.Value)];
        await foreach (var finding in new Doctor(settings, house.Migrations, files, TimeProvider.System).Examine(stop))
        {
            faults += finding.IsFault ? 1 : 0;
            await output.WriteLineAsync(finding.IsFault ? $"fault  {finding.Text}\n       → {finding.Cure}" : $"ok     {finding.Text}");
        }

        await output.WriteLineAsync(faults switch { 0 => "Everything is in order.", 1 => "1 fault.", _ => $"{faults} faults." });
        return faults == 0 ? 0 : 1;
    }
}
