namespace Helios.Core.Identity;

/// <summary>What looks enough like a mail address to sign in with.</summary>
static class MailRules
{
    /// <summary>What is wrong, with the way out; null when it is fine.</summary>
    public static string? Broken(string mail) =>
        mail.Trim() is var text && text.Split('@') is [{ Length: > 0 }, { Length: > 0 } domain] && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)) && domain[0] != '.' && domain[^1] != '.'
            ? null
            : "This is not a mail address. It has a name, an @ and a domain, such as amara@larkspur.example.";
}
