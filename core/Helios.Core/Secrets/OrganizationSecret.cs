using Helios.Core.Directory.People;
using Helios.Kernel.Entities;
using Helios.Kernel.Secrets;

namespace Helios.Core.Secrets;

/// <summary>A secret that the organization keeps for something it connects with, such as the API token of a service.</summary>
[SealPurpose(Purpose)]
public sealed class OrganizationSecret : Entity, ISealedRow
{
    /// <summary>The organization's key that seals them.</summary>
    public const string Purpose = "integration";

    /// <summary>Only whoever has the permission finds it: not even its name is for all staff.</summary>
    public OrganizationSecret() => StaffReadable = false;

    public required string Name
    {
        get;
        set
        {
            field = value;
            NameKey = User.Fold(value) ?? "";
        }
    }

    /// <summary>The name as it is compared.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>What it is for, where it is used, who gave it out.</summary>
    public string? Description { get; set; }

    /// <summary>When its value was set last.</summary>
    public DateTimeOffset ReplacedAt { get; set; }

    public int Revision { get; set; }

    public SealedText? Sealed { get; set; }

    /// <summary>Destroys the value. What happened to it stays on record.</summary>
    public void Delete(DateTimeOffset now)
    {
        Sealed = null;
        ArchivedAt ??= now;
    }

    public override EntityCard Card() => new(Name, "Secret");
}
