using Helios.Itsm;
using Helios.Tests.Fixtures;

namespace Helios.Tests.Growing.Broken;

/// <summary>The house with a module in it that breaks every rule.</summary>
public sealed class BrokenHouse(SharedPostgres postgres) : GrowingHouse(postgres, [new ItsmModule(), new OddModule()], OddityTable.Schema)
{
    /// <summary>What the odd module declares.</summary>
    public IEnumerable<Declared> Odd => Everything.Where(declared => declared.Name.StartsWith("oddities.", StringComparison.Ordinal));

    /// <summary>One of them.</summary>
    public IEnumerable<Declared> Only(string name) => Odd.Where(declared => declared.Name == "oddities." + name);
}
