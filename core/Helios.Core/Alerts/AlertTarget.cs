using Helios.Core.Secrets;
using Helios.Kernel.Secrets;

namespace Helios.Core.Alerts;

/// <summary>The address to which an organization has its alerts posted. It is sealed: with many receivers whoever knows the address may post.</summary>
[SealPurpose(OrganizationSecret.Purpose)]
public sealed class AlertTarget : ISealedRow
{
    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What people may see of it.</summary>
    public required string Host { get; set; }

    public int Revision { get; set; }

    public SealedText? Sealed { get; set; }
}
