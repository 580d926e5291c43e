using System.Text;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Secrets;

namespace Helios.Core.Alerts;

/// <summary>The address to which an organization has its alerts posted.</summary>
public sealed class AlertTarget : IOwned
{
    const string Purpose = "alert-target";

    public Guid OrganizationId { get; set; }

    /// <summary>What people may see of it.</summary>
    public required string Host { get; set; }

    /// <summary>All of it, sealed: with many receivers whoever knows the address may post.</summary>
    [Secret]
    public required byte[] Address { get; set; }

    /// <summary>Seals an address for an organization.</summary>
    public static byte[] Seal(RootKey root, Guid organization, string address) => root.Seal(Purpose, Encoding.UTF8.GetBytes(address), organization.ToString());

    /// <summary>The address in clear, for the call.</summary>
    public Uri Open(RootKey root) => new(Encoding.UTF8.GetString(root.Open(Purpose, Address, OrganizationId.ToString())));
}
