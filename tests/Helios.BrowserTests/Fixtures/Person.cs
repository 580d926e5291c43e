using Helios.Kernel.Scopes;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Somebody with an account of the test's organization.</summary>
/// <param name="Name">The name.</param>
/// <param name="Mail">The mail address that the account signs in with.</param>
/// <param name="Key">The key of the person's page, as U-2.</param>
/// <param name="Account">The account.</param>
/// <param name="Scope">What the person works in.</param>
public sealed record Person(string Name, string Mail, string Key, Guid Account, Scope Scope)
{
    /// <summary>The password of everybody in these tests.</summary>
    public const string Password = "seven lanterns on the quay";
}
