namespace Helios.Kernel.Filtering;

/// <summary>Finds the entities that a filter names, through what the actor may see.</summary>
public interface IFilterReferences
{
    /// <summary>The id of what a person calls so.</summary>
    /// <param name="kind">The kind that the field holds, such as <c>user</c>.</param>
    /// <param name="text">A key, an id, or whatever else names one of that kind.</param>
    /// <param name="stop">Ends when the caller has gone.</param>
    /// <returns>Null when there is none, or none that the actor may see.</returns>
    Task<Guid?> Resolve(string kind, string text, CancellationToken stop);
}
