using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Helios.Tests.Effects;

/// <summary>A far side that breaks HTTP: it sends its answer twice.</summary>
sealed class TwiceAnswering : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource end = new();
    readonly Task work;
    int called;

    public TwiceAnswering()
    {
        listener.Start();
        work = Serve();
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/twice");

    /// <summary>How many requests came.</summary>
    public int Called => called;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        await work;
        end.Dispose();
    }

    async Task Serve()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync(end.Token);
                await Answer(connection.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    async Task Answer(NetworkStream stream)
    {
        var buffer = new byte[4096];
        var text = "";
        while (!text.EndsWith("parcel", StringComparison.Ordinal) && await stream.ReadAsync(buffer, end.Token) is > 0 and var read)
            text += Encoding.ASCII.GetString(buffer, 0, read);
        called++;
        var answer = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await stream.WriteAsync(answer.Concat(answer).ToArray(), end.Token);
    }
}
