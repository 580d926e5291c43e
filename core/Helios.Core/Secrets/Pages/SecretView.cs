using Helios.Core.Secrets.Queries;
using Helios.Web.Pages;

namespace Helios.Core.Secrets.Pages;

/// <summary>The page of a secret.</summary>
/// <param name="Secret">Everything but its value.</param>
/// <param name="Revealed">The value, in the answer to whoever asked for it.</param>
/// <param name="Parts">What modules add.</param>
/// <param name="CanWrite">Whether it can be replaced and deleted.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record SecretView(SecretDetails Secret, RevealedSecret? Revealed, EntityParts Parts, bool CanWrite, DateTimeOffset Now);
