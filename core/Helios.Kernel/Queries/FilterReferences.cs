using Helios.Kernel.Data;
using Helios.Kernel.Filtering;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Queries;

/// <summary>Finds what a filter names: by key, by id, or by what else the kind is found by.</summary>
public sealed class FilterReferences(HeliosDb db, Registry registry, Actor actor) : IFilterReferences
{
    public async Task<Guid?> Resolve(string kind, string text, CancellationToken stop) =>
        registry.Kind(kind) is not { } declared ? null
        : db.Seen?.Called(declared.Type, text) is { } seen ? seen.Id
        : await declared.IdOf(db, actor, text, stop);
}
