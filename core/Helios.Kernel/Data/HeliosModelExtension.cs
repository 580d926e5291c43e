using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Data;

/// <summary>Carries what modules add to the model into the context, and keeps one model for each set of modules.</summary>
public sealed class HeliosModelExtension(string fingerprint, IReadOnlyList<Action<ModelBuilder>> parts) : IDbContextOptionsExtension
{
    /// <summary>Names the set of modules and their versions; contexts with the same one share a model.</summary>
    public string Fingerprint { get; } = fingerprint;

    public IReadOnlyList<Action<ModelBuilder>> Parts { get; } = parts;

    public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services)
    {
        // The fingerprint alone decides: nothing to add to EF's own services.
    }

    public void Validate(IDbContextOptions options)
    {
        // Nothing can be wrong with a list.
    }

    sealed class ExtensionInfo(HeliosModelExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => StringComparer.Ordinal.GetHashCode(extension.Fingerprint);

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is ExtensionInfo { Extension: HeliosModelExtension same } && string.Equals(same.Fingerprint, extension.Fingerprint, StringComparison.Ordinal);

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Helios"] = extension.Fingerprint;
    }
}
