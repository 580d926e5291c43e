namespace Helios.Tests.Fixtures;

/// <summary>Leads the requests of a <see cref="Browser"/> to a server process.</summary>
public sealed class RemoteHandler(Uri server) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The browser keeps cookies by the address that it knows.
        var asked = request.RequestUri!;
        request.RequestUri = new Uri(server, asked.PathAndQuery);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = asked;
        }
    }
}
