namespace Helios.Core.Samples;

/// <summary>A person of the sample's directory.</summary>
public sealed class SampleAuthor
{
    public required string Name { get; init; }

    public required string Mail { get; init; }

    public required string Department { get; init; }

    /// <summary>Where the person works.</summary>
    public required string City { get; init; }

    /// <summary>The key, once the person is made.</summary>
    public string Key { get; set; } = "";

    /// <summary>The person's id, once made.</summary>
    public Guid Id { get; set; }

    /// <summary>The account of somebody of the staff.</summary>
    public Guid? Account { get; set; }

    /// <summary>The role; most have no account and act as users would.</summary>
    public required string Role { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Whether the person works here on a day.</summary>
    public bool WorksOn(DateOnly day) => (StartsOn is not { } start || day >= start) && (EndsOn is not { } end || day <= end);
}
