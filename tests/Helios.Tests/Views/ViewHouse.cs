using Helios.Kernel.Scopes;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Views;

/// <summary>Larkspur with a token of somebody of each role.</summary>
public sealed class ViewHouse : IAsyncLifetime
{
    public Larkspur Larkspur { get; } = new();

    public string Owner { get; private set; } = "";

    public string Staff { get; private set; } = "";

    public string User { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Larkspur.InitializeAsync();
        Owner = await Larkspur.Token(Larkspur.Owner);
        Staff = await Larkspur.Token((await Larkspur.Joined("Priya Nair", "priya@larkspur.example", Roles.ItStaff)).Browser);
        User = await Larkspur.Token((await Larkspur.Joined("Mei Tanaka", "mei@larkspur.example", Roles.User)).Browser);
    }

    public ValueTask DisposeAsync() => Larkspur.DisposeAsync();
}
