using Helios.Kernel.Data;
using Helios.Kernel.Modules;

namespace Helios.Kernel.Entities;

/// <summary>A sort of row without a page that inputs may name: the closed list behind <see cref="RowRef{T}"/>.</summary>
public abstract class RowDeclaration
{
    private protected RowDeclaration(Module module, Type type, string noun)
    {
        Module = module;
        Type = type;
        Noun = noun;
    }

    public Module Module { get; }

    /// <summary>The row's class.</summary>
    public Type Type { get; }

    /// <summary>What people call one.</summary>
    public string Noun { get; }

    /// <summary>Finds one that the actor of the context may see, or null.</summary>
    internal abstract Task<object?> Find(HeliosDb db, Guid id, bool isTracked, CancellationToken stop);

    /// <summary>The newest few that the actor of the context may see, as far as the row itself tells.</summary>
    internal abstract Task<List<object>> Newest(HeliosDb db, int limit, CancellationToken stop);
}
