namespace Helios.Kernel.Outbound;

/// <summary>The address belongs to a network that Helios may not connect to on behalf of users.</summary>
public sealed class OutboundRefusedException(string host)
    : Exception($"{host} leads into a private network, where Helios calls nobody unless its operator allows that network (HELIOS_OUTBOUND_ALLOW).");
