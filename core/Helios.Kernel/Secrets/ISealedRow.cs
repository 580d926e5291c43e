using Helios.Kernel.Entities;

namespace Helios.Kernel.Secrets;

/// <summary>A row that keeps one sealed text: a password, or a JSON document of several secret fields. Its class names its key by <see cref="SealPurposeAttribute"/>.</summary>
/// <remarks>The columns are <c>id uuid</c>, <c>revision integer</c> and <c>sealed bytea</c>. The store writes the last two; nobody else does.</remarks>
public interface ISealedRow : IOwned
{
    Guid Id { get; }

    /// <summary>How often the value has been replaced; an older value that is put back does not open.</summary>
    int Revision { get; set; }

    /// <summary>The value; null where there is none.</summary>
    SealedText? Sealed { get; set; }
}
