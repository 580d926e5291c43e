using Helios.Core.Secrets.Queries;

namespace Helios.Core.Secrets.Pages;

/// <summary>The form of a secret.</summary>
/// <param name="Secret">The secret as it stands; null for a new one.</param>
public sealed record SecretFormView(SecretDetails? Secret);
