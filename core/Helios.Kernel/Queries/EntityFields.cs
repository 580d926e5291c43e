using System.Linq.Expressions;
using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;
using Helios.Kernel.Search;

namespace Helios.Kernel.Queries;

/// <summary>The filter fields that the list of every kind has.</summary>
public static class EntityFields
{
    /// <summary>The field that asks for archived rows; lists leave them out unless it is named.</summary>
    internal const string Archived = "archived";

    /// <summary>Fields of a new list: <c>key</c>, <c>created</c>, <c>updated</c>, <c>archived</c> and free words. Add the kind's own.</summary>
    /// <param name="kind">The kind's name, under which search knows its words.</param>
    public static FilterFields<T> Of<T>(string kind)
        where T : Entity =>
        new FilterFields<T>()
            .Key("key", Column<T, string>(nameof(Entity.Key)), "What people call it")
            .Moment("created", Column<T, DateTimeOffset>(nameof(Entity.CreatedAt)), description: "When it was made")
            .Moment("updated", Column<T, DateTimeOffset>(nameof(Entity.UpdatedAt)), description: "When it was changed last")
            .Set(Archived, IsArchived<T>, ["yes", "no"], "Whether it was taken out of lists; without this field they show what was not")
            .Words((words, context) => HoldsWords<T>(kind, string.Join(' ', words), context));

    /// <summary>Whether a filter says itself what it wants of archived rows.</summary>
    internal static bool AsksForArchived(FilterNode tree) => tree switch
    {
        FilterAnd and => and.Terms.Any(AsksForArchived),
        FilterOr or => or.Terms.Any(AsksForArchived),
        FilterNot not => AsksForArchived(not.Term),
        FilterCondition condition => string.Equals(condition.Field, Archived, StringComparison.Ordinal),
        _ => false,
    };

    static Expression<Func<T, bool>> IsArchived<T>(string value, FilterContext context)
        where T : Entity =>
        value.ToLowerInvariant() is "yes" or "true" ? row => row.ArchivedAt != null : row => row.ArchivedAt == null;

    static Expression<Func<T, bool>> HoldsWords<T>(string kind, string words, FilterContext context)
        where T : Entity
    {
        var db = context.Db ?? throw new InvalidOperationException("Words are searched in the database, and this filter's context has none.");
        var isStaff = context.Actor.IsStaff;
        var readers = ReaderTokens.Of(context.Actor);
        return row => db.Matching(kind, words, isStaff, readers).Any(match => match.Id == row.Id);
    }

    /// <summary>A property of the row's own class: a lambda over a type parameter would name it of its base.</summary>
    internal static Expression<Func<T, TValue>> Column<T, TValue>(string name)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, TValue>>(Expression.Property(row, name), row);
    }
}
