namespace Helios.Core.Secrets.Commands;

/// <summary>What a caller learns after a command changed a secret.</summary>
/// <param name="Id">The secret's id.</param>
/// <param name="Key">The secret's key, such as SEC-3.</param>
/// <param name="Name">Its name.</param>
public sealed record SecretChanged(Guid Id, string Key, string Name)
{
    internal static SecretChanged Of(OrganizationSecret secret) => new(secret.Id, secret.Key, secret.Name);
}
