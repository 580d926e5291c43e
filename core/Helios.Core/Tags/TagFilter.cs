using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;
using Helios.Kernel.Search;

namespace Helios.Core.Tags;

/// <summary>Lists of any kind are filtered by tag: <c>tag:printer</c>. A name that a tag had, or that was merged into it, finds the same.</summary>
public static class TagFilter
{
    /// <summary>Adds the field <c>tag</c> to the fields of a list.</summary>
    public static FilterFields<T> Tagged<T>(this FilterFields<T> fields)
        where T : Entity =>
        fields.Set("tag", (name, context) => Holds<T>(Folding.Of(name), context), description: "A tag it has").From(TagValues.Source).ForStaff();

    static System.Linq.Expressions.Expression<Func<T, bool>> Holds<T>(string name, FilterContext context)
        where T : Entity
    {
        var db = context.Db ?? throw new InvalidOperationException("Tags stand in the database, and this filter's context has none.");
        return row => db.Set<EntityTag>().Any(tag => tag.EntityId == row.Id && tag.Tag == db.Set<TagName>().Where(known => known.Name == name).Select(known => known.Tag).FirstOrDefault());
    }
}
