using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Secrets;

/// <summary>Seals and opens the secrets of the organization that a handler works for. No handler meets a key.</summary>
/// <remarks>
/// Sealing belongs into a command: it stands in the command's transaction. Whoever opens a value for a person does so in a command
/// that tells it, so that the event is committed before the value leaves. Buffers are zeroed; the text itself is a string, which
/// .NET cannot take back, so keep it no longer than needed.
/// </remarks>
public sealed class SecretStore(HeliosDb db, OrganizationKeys keys)
{
    /// <summary>Seals a text as the row's new value.</summary>
    public async Task Seal(ISealedRow row, string text, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A secret is sealed inside a command.");
        var table = SealedTable.Of(db, row.GetType());
        using var key = await keys.Active(await db.RawConnection(stop), db.OrganizationId, table.Purpose, stop);
        row.Revision++;
        row.Sealed = new SealedText(key.Close(PlaceOf(table, row), text));
    }

    /// <summary>The row's value; null where there is none.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed or moved behind the server's back.</exception>
    public async Task<string?> Open(ISealedRow row, CancellationToken stop)
    {
        if (row.Sealed is not { } value)
            return null;
        var table = SealedTable.Of(db, row.GetType());
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            using var key = await keys.OfVersion(await db.RawConnection(stop), db.OrganizationId, table.Purpose, SealedForm.VersionOf(value.Envelope), stop);
            return key.Open(PlaceOf(table, row), value.Envelope);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Makes a new key for a purpose; what is sealed stays readable with the key before, until it is sealed anew.</summary>
    /// <returns>The version before, 0 when there was none, and the new one.</returns>
    public async Task<(int Old, int New)> RotateKey(string purpose, CancellationToken stop) => await keys.Rotate(await db.RawConnection(stop), db.OrganizationId, purpose, stop);

    /// <summary>Destroys the versions of a key with which nothing is sealed any more.</summary>
    /// <returns>How many those were.</returns>
    public async Task<int> RetireKeys(string purpose, CancellationToken stop) =>
        await keys.Retire(await db.RawConnection(stop), db.OrganizationId, purpose, [.. SealedTable.All(db).Where(table => string.Equals(table.Purpose, purpose, StringComparison.Ordinal))], stop);

    SealPlace PlaceOf(SealedTable table, ISealedRow row) => new(table.Purpose, db.OrganizationId, table.Name, row.Id, row.Revision);
}
