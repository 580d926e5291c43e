using Helios.Kernel.Events;

namespace Helios.Core.Identity.Accounts;

/// <summary>Whoever signs in. In each organization that he belongs to he is a person of the directory.</summary>
public sealed class Account
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The mail address that he signs in with.</summary>
    public required string Mail { get; set; }

    /// <summary>The mail address as it is compared.</summary>
    public required string MailKey { get; set; }

    public required string Name { get; set; }

    /// <summary>Made by ASP.NET Core Identity's hasher, which keeps salt and cost inside.</summary>
    [Secret]
    public required string PasswordHash { get; set; }

    public required DateTimeOffset PasswordChangedAt { get; set; }

    /// <summary>A <see cref="Look"/> as JSON.</summary>
    public string Appearance { get; set; } = "{}";

    public required DateTimeOffset CreatedAt { get; init; }
}
