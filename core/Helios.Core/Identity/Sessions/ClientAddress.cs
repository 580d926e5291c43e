using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Identity.Sessions;

/// <summary>The network address of whoever asks, as sign-in counts it.</summary>
static class ClientAddress
{
    /// <summary>An IPv4 address, or the /64 of an IPv6 address: one household or server has all of it.</summary>
    public static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.IPv6None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily is AddressFamily.InterNetwork || IPAddress.IsLoopback(address))
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes) + "/64";
    }
}
