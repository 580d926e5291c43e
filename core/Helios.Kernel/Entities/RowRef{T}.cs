namespace Helios.Kernel.Entities;

/// <summary>
/// A reference in an input to a row that has no page of its own (a comment, a link), by id. Its sort is declared with
/// <see cref="Modules.FeatureBuilder.Row{T}"/>; the pipeline finds it only where the actor may see it and the entity it belongs to.
/// </summary>
/// <typeparam name="T">The row's class.</typeparam>
public sealed class RowRef<T>(string text) : IRowRef
    where T : class
{
    T? row;

    /// <summary>Names a row that the caller has already met.</summary>
    public RowRef(Guid id)
        : this(id.ToString())
    {
    }

    /// <summary>What the caller wrote: an id.</summary>
    public string Text { get; } = text;

    /// <summary>The resolved row, tracked. Only a handler may ask: before that it is not known.</summary>
    public T Row => row ?? throw new InvalidOperationException($"The reference “{Text}” was not resolved: only pipelines resolve references.");

    Type IRowRef.RowType => typeof(T);

    void IRowRef.Resolve(object resolved) => row = (T)resolved;

    public override string ToString() => Text;
}
