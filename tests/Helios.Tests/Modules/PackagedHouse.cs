using Helios.Server.Modules;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Modules;

/// <summary>Larkspur with the test module, which the real loader took out of its package.</summary>
public sealed class PackagedHouse : IAsyncLifetime
{
    readonly Packages packages = new Packages().Install(Packages.Test);

    public Larkspur Larkspur { get; private set; } = null!;

    /// <summary>A token of the owner.</summary>
    public string Token { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Larkspur = new Larkspur { Further = ModuleLoader.Load(packages.Folder) };
        await Larkspur.InitializeAsync();
        Token = await Larkspur.Token(Larkspur.Owner);
    }

    public async ValueTask DisposeAsync()
    {
        await Larkspur.DisposeAsync();
        packages.Dispose();
    }
}
