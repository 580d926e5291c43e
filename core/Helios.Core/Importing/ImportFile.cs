using Helios.Kernel.Entities;

namespace Helios.Core.Importing;

/// <summary>The bytes of an uploaded file, kept until its import has ended.</summary>
public sealed class ImportFile : IOwned
{
    public Guid OrganizationId { get; set; }

    public required Guid ImportId { get; init; }

    public required byte[] Content { get; init; }
}
