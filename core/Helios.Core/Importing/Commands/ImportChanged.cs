namespace Helios.Core.Importing.Commands;

/// <summary>What a caller learns after a command changed an import.</summary>
/// <param name="Id">The import's id.</param>
/// <param name="Key">The import's key, such as I-4.</param>
/// <param name="State">Its state now.</param>
public sealed record ImportChanged(Guid Id, string Key, string State)
{
    internal static ImportChanged Of(Import import) => new(import.Id, import.Key, import.State);
}
