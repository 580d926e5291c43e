using Helios.Core.Tags;
using Helios.Kernel.Data;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Exporting;

/// <summary>The tags of rows, for whoever sees tags.</summary>
sealed class TagCells : ExportCells
{
    const string Name = "tags";

    public override Task<IReadOnlyList<(string Name, string Header)>> Columns(HeliosDb db, string kind, Scope scope, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<(string, string)>>(scope.Actor.Can(TagsFeature.Read) ? [(Name, "Tags")] : []);

    public override async Task<IReadOnlyDictionary<(Guid Row, string Column), object>> Of(HeliosDb db, string kind, IReadOnlyList<Guid> rows, CancellationToken stop)
    {
        var tags = await db.Set<EntityTag>().Where(tag => rows.Contains(tag.EntityId))
            .Join(db.Set<Tag>(), row => row.Tag, tag => tag.Key, (row, tag) => new { row.EntityId, tag.Name })
            .ToListAsync(stop);
        return tags.GroupBy(tag => tag.EntityId).ToDictionary(
            group => (group.Key, Name), group => (object)group.Select(tag => tag.Name).Order(StringComparer.Ordinal).ToArray());
    }
}
