using Helios.Kernel.Data;
using Helios.Kernel.Filtering;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Queries;

/// <summary>Finds what a filter names: by key, by id, or by what else the kind is found by.</summary>
public sealed class FilterReferences(HeliosDb db, Registry registry, Actor actor) : IFilterReferences
{
    public Task<Guid?> Resolve(string kind, string text, CancellationToken stop) =>
        registry.Kind(kind)?.IdOf(db, actor, text, stop) ?? Task.FromResult<Guid?>(null);
}
