using Helios.Core;
using Helios.Itsm;
using Helios.Kernel.Data;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Modules;

namespace Helios.Tests.Fixtures;

/// <summary>The schema of the program, in the parts that a database is made of.</summary>
public static class TestSchema
{
    public static MigrationSource Kernel { get; } = MigrationSource.Of("kernel", typeof(HeliosDb).Assembly);

    public static MigrationSource Core { get; } = Of(new CoreModule());

    public static MigrationSource Itsm { get; } = Of(new ItsmModule());

    /// <summary>All of it, those first that others stand on.</summary>
    public static IReadOnlyList<MigrationSource> Whole { get; } = [Kernel, Core, Itsm];

    public static MigrationSource Of(Module module) => MigrationSource.Of(module.Id, module.Assembly);

    /// <summary>Tables that are there for tests alone.</summary>
    public static MigrationSource Further(string sql) => new("further", [new MigrationFile(1, "tables", sql)]);
}
