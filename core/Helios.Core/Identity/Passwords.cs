using Helios.Core.Identity.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Helios.Core.Identity;

/// <summary>Hashes and checks passwords with ASP.NET Core Identity's hasher (PBKDF2, HMAC-SHA-512, a salt for each).</summary>
public sealed class Passwords
{
    readonly PasswordHasher<Account> hasher;
    readonly string nobody;

    /// <summary>Hashes as often as the options say, by themselves 100,000 times.</summary>
    public Passwords(IOptions<PasswordHasherOptions>? options = null)
    {
        hasher = new PasswordHasher<Account>(options);
        nobody = Hash(RandomText.ForLink());
    }

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>Compares; where there is no hash it takes the same time and says no.</summary>
    public bool Match(string? hash, string password) =>
        hasher.VerifyHashedPassword(null!, hash ?? nobody, password) is not PasswordVerificationResult.Failed && hash is not null;
}
