namespace Helios.Kernel.Files;

/// <summary>A table that refers to contents of the <see cref="FileStore"/>: what stands there is kept. A feature with such a table contributes this.</summary>
/// <param name="Table">Its name; it has <c>organization_id</c>, <c>content_hash</c> and <c>size</c>.</param>
public sealed record FileUse(string Table)
{
    /// <summary>What is waiting for its command.</summary>
    public static FileUse Uploads { get; } = new("upload");
}
