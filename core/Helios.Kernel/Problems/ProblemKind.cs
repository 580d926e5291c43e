namespace Helios.Kernel.Problems;

/// <summary>The closed list of ways in which Helios refuses; each door knows how to say each (REST status, form status, exit code).</summary>
public enum ProblemKind
{
    /// <summary>The input breaks its rules; every field is named. REST 400, form 422.</summary>
    Invalid,

    /// <summary>No credentials, or bad ones. 401.</summary>
    Unauthenticated,

    /// <summary>The module is not licensed. 402.</summary>
    Unlicensed,

    /// <summary>Visible to this actor, but not permitted. 403.</summary>
    Forbidden,

    /// <summary>Absent, or not visible to this actor: the same answer. 404.</summary>
    NotFound,

    /// <summary>A rule of the domain refuses. 409.</summary>
    Conflict,

    /// <summary>The caller's version is not the current one. 412.</summary>
    Stale,

    /// <summary>A field update came without a version. 428.</summary>
    VersionMissing,

    /// <summary>Too many requests. 429 with Retry-After.</summary>
    Limited,
}
