using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
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

    public static JsonElement Json(BrowserPage page) => JsonDocument.Parse(page.Body).RootElement;

    /// <summary>Sends a request of the API, with <c>If-Match: *</c> where it has to name a version.</summary>
    public Task<BrowserPage> Send(HttpMethod method, string path, string token, string? json = null, bool version = false)
    {
        var request = new HttpRequestMessage(method, "/api/v1" + path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (version)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        return Larkspur.House.NewBrowser().Send(request);
    }

    public ValueTask DisposeAsync() => Larkspur.DisposeAsync();
}
