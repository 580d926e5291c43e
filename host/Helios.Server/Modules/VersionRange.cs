namespace Helios.Server.Modules;

/// <summary>Versions from one on, before another.</summary>
public sealed record VersionRange(Version? From, Version? Until)
{
    public bool Holds(Version version) => !IsBelow(version) && (Until is null || version < Until);

    /// <summary>Whether a version is older than all of them.</summary>
    public bool IsBelow(Version version) => From is not null && version < From;

    /// <summary>Such as “0.3 and later, before 1.0”.</summary>
    public override string ToString() => (From, Until) switch
    {
        (null, null) => "any version",
        ({ } from, null) => $"{from} and later",
        (null, { } until) => $"before {until}",
        var (from, until) => $"{from} and later, before {until}",
    };
}
