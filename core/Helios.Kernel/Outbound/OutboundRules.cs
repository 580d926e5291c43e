using System.Net;
using System.Net.Sockets;

namespace Helios.Kernel.Outbound;

/// <summary>Which addresses Helios may connect to on behalf of users: public ones, and the private networks that the operator allows.</summary>
/// <remarks>The list of what is not public follows the IANA special-purpose registries (RFC 6890 and updates).</remarks>
public sealed class OutboundRules(IReadOnlyList<IPNetwork> allowed)
{
    static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Public addresses only.</summary>
    public static OutboundRules PublicOnly { get; } = new([]);

    /// <summary>Reads networks such as <c>10.20.0.0/16, fd00:12::/32</c>; null when one is none.</summary>
    public static OutboundRules? Read(string text)
    {
        List<IPNetwork> networks = [];
        foreach (var part in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IPNetwork.TryParse(part.Contains('/', StringComparison.Ordinal) ? part : part + (part.Contains(':', StringComparison.Ordinal) ? "/128" : "/32"), out var network))
                return null;
            networks.Add(network);
        }

        return new OutboundRules(networks);
    }

    /// <summary>Whether this address may be connected to.</summary>
    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowed.Any(network => network.Contains(plain)) || (plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 && !Special.Any(network => network.Contains(plain)));
    }
}
