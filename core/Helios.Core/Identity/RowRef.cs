using System.Text.Json.Serialization;

namespace Helios.Core.Identity;

/// <summary>A reference to a row that is no entity (a session, a token), by its id; the handler finds it among the actor's own.</summary>
/// <typeparam name="T">The row's class.</typeparam>
/// <param name="Id">The id as text.</param>
[JsonConverter(typeof(RowRefConverterFactory))]
public sealed record RowRef<T>(string Id)
    where T : class
{
    /// <summary>The id where the rows have UUIDs; the empty one, which no row has, for anything else.</summary>
    public Guid Guid => Guid.TryParse(Id, out var id) ? id : Guid.Empty;

    public override string ToString() => Id;
}
