namespace Helios.Kernel.Files;

/// <summary>The answer of a query that gives a file: doors send the content itself, with its name and type.</summary>
/// <param name="ContentHash">The content in the <see cref="FileStore"/>.</param>
/// <param name="Name">The name for whoever saves it.</param>
/// <param name="MediaType">What it is, by its content.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string ContentHash, string Name, string MediaType, long Size);
