using System.Text.Json.Serialization;

namespace Helios.Kernel.Files;

/// <summary>A file that is written while it is sent, as long as it may be.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Write">Writes it.</param>
public sealed record StreamedFile(string Name, string MediaType, [property: JsonIgnore] Func<Stream, CancellationToken, Task> Write);
