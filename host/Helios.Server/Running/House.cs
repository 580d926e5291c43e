using Helios.Core;
using Helios.Kernel.Data;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Modules;

namespace Helios.Server.Running;

/// <summary>The modules of this server, those that others stand on first.</summary>
sealed record House(IReadOnlyList<Module> Modules)
{
    /// <summary>The whole schema: the kernel's, then each module's.</summary>
    public IReadOnlyList<MigrationSource> Migrations { get; } =
    [
        MigrationSource.Of("kernel", typeof(HeliosDb).Assembly),
        .. Modules.Select(module => MigrationSource.Of(module.Id, module.Assembly)),
    ];

    public static House Load() => new([new CoreModule()]);
}
