using System.Linq.Expressions;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Entities;

/// <summary>A kind of entity, with the rights by which its rows are seen.</summary>
/// <typeparam name="T">The entity's class.</typeparam>
public sealed class KindDeclaration<T> : KindDeclaration
    where T : Entity
{
    readonly List<Func<Actor, Expression<Func<T, bool>>?>> rights = [];
    Func<string, Expression<Func<T, bool>>>? named;

    internal KindDeclaration(Module module, string name, string prefix, (string One, string Many) label, string icon, string page)
        : base(module, typeof(T), name, prefix, label, icon, page)
    {
    }

    /// <summary>Staff see every row that says so.</summary>
    public KindDeclaration<T> VisibleToStaff()
    {
        rights.Add(actor => actor.IsStaff ? row => row.StaffReadable : null);
        return this;
    }

    /// <summary>Whoever has a permission sees every row, staff or not.</summary>
    public KindDeclaration<T> VisibleTo(string permission)
    {
        rights.Add(actor => actor.Can(permission) ? row => true : null);
        return this;
    }

    /// <summary>A person sees the rows whose column holds his id.</summary>
    public KindDeclaration<T> VisibleToOwn(Expression<Func<T, Guid?>> column)
    {
        HasOwnReaders = true;
        rights.Add(actor =>
        {
            if (actor.UserId is not { } me)
                return null;
            var own = new Own(me);
            var value = Expression.Property(Expression.Constant(own), nameof(Own.User));
            return Expression.Lambda<Func<T, bool>>(Expression.Equal(column.Body, value), column.Parameters);
        });
        return this;
    }

    /// <summary>What else names one of the kind in a filter, such as a mail address: <c>text => { var mail = Fold(text); return user => user.MailKey == mail; }</c>.</summary>
    public KindDeclaration<T> NamedBy(Func<string, Expression<Func<T, bool>>> name)
    {
        named = name;
        return this;
    }

    /// <summary>The rights by which this actor sees rows, one predicate each; none means that he sees nothing. Lists ask each right for itself and merge.</summary>
    public IReadOnlyList<Expression<Func<T, bool>>> RightsOf(Actor actor) =>
        [.. rights.Select(right => right(actor)).OfType<Expression<Func<T, bool>>>()];

    /// <summary>The rows that the actor may see, as one predicate: for look-ups of single rows, where an OR costs nothing.</summary>
    public IQueryable<T> Visible(IQueryable<T> rows, Actor actor)
    {
        var mine = RightsOf(actor);
        return mine.Count switch
        {
            0 => rows.Where(row => false),
            1 => rows.Where(mine[0]),
            _ => rows.Where(mine.Aggregate(Either)),
        };
    }

    public override async Task<Entity?> Find(HeliosDb db, Actor actor, string text, bool forUpdate, CancellationToken stop)
    {
        if (db.Ahead?.Get(db, Name, text, forUpdate) is { } known)
            return known;
        var rows = forUpdate ? db.Set<T>().TagWith(ScopeInterceptor.ForUpdate) : db.Set<T>();
        rows = Guid.TryParse(text, out var id) ? rows.Where(row => row.Id == id) : rows.Where(row => row.Key == text);
        var found = await Visible(rows, actor).FirstOrDefaultAsync(stop);
        if (found is not null)
            db.Ahead?.Put(Name, found, forUpdate);
        return found;
    }

    internal override async Task Lock(HeliosDb db, Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        // In one order, so that two that lock the same ones do not wait for each other.
        var rows = db.Set<T>().TagWith(ScopeInterceptor.ForUpdate).Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id);
        foreach (var row in await Visible(rows, actor).AsNoTracking().ToListAsync(stop))
            db.Ahead?.Put(Name, row, isLocked: true);
    }

    public override async Task<IReadOnlyList<Guid>> Reindex(HeliosDb db, string customField, Guid after, int most, CancellationToken stop)
    {
        var rows = await db.Set<T>().AsNoTracking()
            .Where(row => row.Id > after && HeliosDb.CustomText(row.CustomFields, customField) != null)
            .OrderBy(row => row.Id).Take(most).ToListAsync(stop);
        foreach (var row in rows)
            Projection.WriteText(db, Name, row);
        return [.. rows.Select(row => row.Id)];
    }

    public override Task<bool> HasValues(HeliosDb db, string customField, CancellationToken stop) =>
        db.Set<T>().AnyAsync(row => HeliosDb.CustomText(row.CustomFields, customField) != null, stop);

    public override async Task<Guid?> IdOf(HeliosDb db, Actor actor, string text, CancellationToken stop)
    {
        var key = text.ToUpperInvariant();
        Expression<Func<T, bool>> isIt = Guid.TryParse(text, out var id) ? row => row.Id == id : row => row.Key == key;
        if (named is not null)
            isIt = Either(isIt, named(text));
        var found = await Visible(db.Set<T>().Where(isIt), actor).Select(row => row.Id).Take(2).ToListAsync(stop);
        return found is [var only] ? only : null;
    }

    public override async Task<List<FoundRow>> FindAll(HeliosDb db, Actor actor, IReadOnlyList<string> texts, CancellationToken stop)
    {
        var ids = texts.Where(text => Guid.TryParse(text, out _)).Select(Guid.Parse).ToArray();
        var keys = texts.Select(text => text.ToUpperInvariant()).ToArray();
        var found = await Visible(db.Set<T>().Where(row => ids.Contains(row.Id) || keys.Contains(row.Key)), actor).Select(row => new FoundRow(row.Id, row.Key)).ToListAsync(stop);
        var byName = found.SelectMany(row => new[] { (Name: row.Id.ToString(), row), (Name: row.Key, row) }).ToDictionary(named => named.Name, named => named.row, StringComparer.OrdinalIgnoreCase);
        return [.. texts.Select(text => byName.GetValueOrDefault(text)).OfType<FoundRow>().Distinct()];
    }

    public override Task<string?> Newest(HeliosDb db, Actor actor, CancellationToken stop) =>
        Visible(db.Set<T>(), actor).OrderByDescending(row => row.Id).Select(row => row.Key).FirstOrDefaultAsync(stop);

    internal override bool Sees(Entity entity, Actor actor) =>
        RightsOf(actor).Any(right => right.Compile(preferInterpretation: true)((T)entity));

    static Expression<Func<T, bool>> Either(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other)
    {
        var row = one.Parameters[0];
        var body = new Rename(other.Parameters[0], row).Visit(other.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(one.Body, body), row);
    }

    sealed record Own(Guid? User);

    sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
