using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.People;

/// <summary>A person in the organization's directory. Whoever signs in is an account; an account may belong to a user.</summary>
public sealed class User : Entity, IConsistent
{
    /// <summary>The full name, as people say it.</summary>
    public required string Name { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>The name at sign-in elsewhere (directory, device); unique without regard to case.</summary>
    public string? Username
    {
        get;
        set
        {
            field = value;
            UsernameKey = Fold(value);
        }
    }

    /// <summary>The user name as it is compared.</summary>
    public string? UsernameKey { get; private set; }

    /// <summary>The mail address; unique without regard to case. A person may have none.</summary>
    public string? Mail
    {
        get;
        set
        {
            field = value;
            MailKey = Fold(value);
        }
    }

    /// <summary>The mail address as it is compared.</summary>
    public string? MailKey { get; private set; }

    public string? Phone { get; set; }

    /// <summary>The job title.</summary>
    public string? Title { get; set; }

    public string? EmployeeNumber { get; set; }

    public string? Company { get; set; }

    public string? Website { get; set; }

    /// <summary>What staff should know; the person himself does not see it.</summary>
    public string? Notes { get; set; }

    /// <summary>Whether the person works here now.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Whether the person's requests come first.</summary>
    public bool IsVip { get; set; }

    public bool IsRemote { get; set; }

    /// <summary>Whether the person's account is of the IT staff, so that work can be assigned. Kept by identity with the role.</summary>
    public bool IsStaff { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public Guid? LocationId { get; set; }

    /// <summary>Whom the person reports to; never himself.</summary>
    public Guid? ManagerId { get; set; }

    /// <summary>Where the row came from: manual, import or setup.</summary>
    public string Source { get; init; } = "manual";

    /// <summary>Takes the person out of lists and choices.</summary>
    public void Archive(DateTimeOffset now) => ArchivedAt ??= now;

    /// <summary>Brings the person back.</summary>
    public void Restore() => ArchivedAt = null;

    public IEnumerable<FieldProblem> Broken() => UserRules.Days(StartsOn, EndsOn);

    public override EntityCard Card() => new(Name, Title)
    {
        Addresses = [.. new[] { Mail, Username }.OfType<string>()],
        StaffText = string.Join('\n', new[] { Title, Company, Phone, EmployeeNumber, Notes }.OfType<string>()),
        Readers = [$"user:{Id}"],
    };

    /// <summary>A mail address or user name as it is compared: trimmed, in lower case; null when empty.</summary>
    public static string? Fold(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToLowerInvariant();
}
