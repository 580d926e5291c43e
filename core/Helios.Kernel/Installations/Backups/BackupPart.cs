namespace Helios.Kernel.Installations.Backups;

/// <summary>One part of a backup: the rows of a table, or the stored files.</summary>
/// <param name="Name">Such as <c>table public.ticket</c>.</param>
/// <param name="Number">Its place in the seal.</param>
/// <param name="Offset">Where it begins in the file.</param>
/// <param name="Length">The bytes of its content, as the database wrote them.</param>
/// <param name="Stored">The bytes that it takes in the file, compressed and sealed.</param>
/// <param name="Sha256">The hash of its content.</param>
public sealed record BackupPart(string Name, uint Number, long Offset, long Length, long Stored, string Sha256);
