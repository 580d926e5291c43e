using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Modules;

/// <summary>A package of features that is installed, licensed and switched on per organization. Declares everything it adds in one file.</summary>
public abstract class Module
{
    /// <summary>The immutable name, such as <c>itsm</c>.</summary>
    public abstract string Id { get; }

    /// <summary>The name for people.</summary>
    public abstract string Name { get; }

    /// <summary>Modules that must be there first, as the project names them in <c>ModuleRequires</c>; core needs no mention.</summary>
    public virtual IReadOnlyList<string> Requires => [];

    /// <summary>Whether an organization may switch it off.</summary>
    public virtual bool IsOptional => true;

    public Version Version => GetType().Assembly.GetName().Version ?? new Version(0, 0);

    /// <summary>Holds the module's migrations, embedded assets and texts.</summary>
    public Assembly Assembly => GetType().Assembly;

    /// <summary>What the module adds, feature by feature.</summary>
    public abstract IReadOnlyList<Feature> Features { get; }

    /// <summary>Services of its own; most modules need none.</summary>
    public virtual void AddServices(IServiceCollection services)
    {
    }
}
