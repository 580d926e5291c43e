namespace Helios.Server.Modules;

/// <summary>Another module that must be there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">Its oldest version that will do; null for any.</param>
/// <param name="Until">Its first version that will not do any more; null for none.</param>
public sealed record ModuleNeed(string Id, Version? From = null, Version? Until = null)
{
    /// <summary>The versions that will do.</summary>
    public VersionRange Range => new(From, Until);
}
