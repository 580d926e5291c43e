using Helios.Core;
using Helios.Kernel.Data;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;
using Helios.Kernel.Installations.Backups;
using Helios.Server.Modules;
using Module = Helios.Kernel.Modules.Module;

namespace Helios.Server.Running;

/// <summary>The modules of this server, those that others stand on first.</summary>
/// <param name="Optional">The modules besides core.</param>
sealed record House(IReadOnlyList<Module> Optional)
{
    /// <summary>Names the folder that holds a folder for each module.</summary>
    public const string Variable = "HELIOS_MODULES";

    public IReadOnlyList<Module> Modules { get; } = [new CoreModule(), .. Optional];

    /// <summary>The whole schema: the kernel's, then each module's.</summary>
    public IReadOnlyList<MigrationSource> Migrations { get; } =
    [
        MigrationSource.Of("kernel", typeof(HeliosDb).Assembly),
        MigrationSource.Of("core", typeof(CoreModule).Assembly),
        .. Optional.Select(module => MigrationSource.Of(module.Id, module.Assembly)),
    ];

    /// <summary>The modules as the manifest of a backup names them.</summary>
    public IReadOnlyList<BackupModule> BackupModules => [.. Modules.Select(module => new BackupModule(module.Id, module.Version.ToString(3)))];

    /// <summary>Loads the modules that HELIOS_MODULES names, or that lie in the folder modules beside the server.</summary>
    /// <exception cref="InstallationException">One of them cannot run here.</exception>
    public static House Load() => new(ModuleLoader.Load(Folder));

    /// <summary>The folder that holds a folder for each module.</summary>
    public static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "modules");
}
