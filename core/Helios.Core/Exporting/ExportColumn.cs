namespace Helios.Core.Exporting;

/// <summary>A column of an exported file.</summary>
/// <param name="Name">What addresses call it: the list's own column, or the field of its row.</param>
/// <param name="Header">What stands in the first row; imports of the kind know it.</param>
/// <param name="Cell">What a row has there.</param>
public sealed record ExportColumn(string Name, string Header, Func<object, object?> Cell)
{
    /// <summary>Whether it is there only where no columns were chosen, as the key of somebody who stands there by name.</summary>
    public bool IsExtra { get; init; }
}
