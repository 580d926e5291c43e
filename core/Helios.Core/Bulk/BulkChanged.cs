namespace Helios.Core.Bulk;

/// <summary>What a caller learns of a bulk change.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key, such as B-12.</param>
/// <param name="State">running, canceling, canceled or done.</param>
public sealed record BulkChanged(Guid Id, string Key, string State)
{
    internal static BulkChanged Of(BulkChange bulk) => new(bulk.Id, bulk.Key, bulk.State);
}
