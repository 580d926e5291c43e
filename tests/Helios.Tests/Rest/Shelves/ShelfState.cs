namespace Helios.Tests.Rest.Shelves;

public enum ShelfState
{
    /// <summary>There is room.</summary>
    HalfEmpty,

    /// <summary>There is none.</summary>
    Full,
}
