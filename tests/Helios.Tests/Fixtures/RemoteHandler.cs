namespace Helios.Tests.Fixtures;

/// <summary>Leads the requests of a <see cref="Browser"/> to a server process.</summary>
public sealed class RemoteHandler(Uri server) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(server, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
