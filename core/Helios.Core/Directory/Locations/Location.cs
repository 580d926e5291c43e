using Helios.Core.Directory.People;
using Helios.Kernel.Entities;

namespace Helios.Core.Directory.Locations;

/// <summary>A place where people work and devices stand: a site, a building, a room.</summary>
public sealed class Location : Entity
{
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

    /// <summary>Street and number. Together with the name it is unique.</summary>
    public string? Address
    {
        get;
        set
        {
            field = value;
            AddressKey = User.Fold(value) ?? "";
        }
    }

    /// <summary>The address as it is compared; empty when there is none.</summary>
    public string AddressKey { get; private set; } = "";

    public string? Address2 { get; set; }

    public string? City { get; set; }

    /// <summary>State or province.</summary>
    public string? State { get; set; }

    /// <summary>Country, as a name or an ISO 3166 code.</summary>
    public string? Country { get; set; }

    public string? PostalCode { get; set; }

    /// <summary>ISO 4217 code of the currency that is paid in there.</summary>
    public string? Currency { get; set; }

    public string? Notes { get; set; }

    /// <summary>The place that it is part of; never itself or one of its own parts.</summary>
    public Guid? ParentId { get; set; }

    public Guid? ManagerId { get; set; }

    /// <summary>Address, city and country on one line, or null.</summary>
    public string? OnOneLine =>
        string.Join(", ", new[] { Address, City, State, Country }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } line ? line : null;

    /// <summary>Takes the location out of lists and choices.</summary>
    public void Archive(DateTimeOffset now) => ArchivedAt ??= now;

    /// <summary>Brings the location back.</summary>
    public void Restore() => ArchivedAt = null;

    public override EntityCard Card() => new(Name, OnOneLine)
    {
        StaffText = string.Join('\n', new[] { OnOneLine, Address2, PostalCode, Notes }.OfType<string>()),
    };
}
