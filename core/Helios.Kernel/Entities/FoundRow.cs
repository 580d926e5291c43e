namespace Helios.Kernel.Entities;

/// <summary>An entity that was looked up, by what names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">What people call it.</param>
public sealed record FoundRow(Guid Id, string Key)
{
    /// <summary>Whether a key, in capitals or not, or an id means this one.</summary>
    public bool IsCalled(string name) => Guid.TryParse(name, out var id) ? id == Id : string.Equals(name, Key, StringComparison.OrdinalIgnoreCase);
}
