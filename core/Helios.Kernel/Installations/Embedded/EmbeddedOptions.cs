namespace Helios.Kernel.Installations.Embedded;

/// <summary>How the private PostgreSQL is made and run.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>The npm package that holds the binaries; null: found by <c>HELIOS_POSTGRES</c> or beside the source.</summary>
    public string? Package { get; init; }

    /// <summary>Where the binaries are copied to; null: the system's or the user's cache folder.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>A cluster of a test: it may lose everything with the machine, and so does not wait for the disk.</summary>
    public bool IsThrowaway { get; init; }

    /// <summary>A cluster that is being filled from a backup: what is cut short is begun anew, so it logs no changes that it can do without.</summary>
    public bool IsLoading { get; init; }

    /// <summary>Hears, in short lines for people, what happens.</summary>
    public Action<string> Report { get; init; } = static _ => { };
}
