namespace Helios.Kernel.Entities;

/// <summary>The pipeline's view of a <see cref="RowRef{T}"/>.</summary>
public interface IRowRef
{
    string Text { get; }

    Type RowType { get; }

    internal void Resolve(object resolved);
}
