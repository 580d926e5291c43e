using Helios.Core.Identity;
using Xunit;

namespace Helios.Tests.Identity;

public sealed class PasswordTests
{
    [Fact]
    public void A_hash_matches_its_password_and_nothing_else()
    {
        var passwords = new Passwords();
        var hash = passwords.Hash("nine quiet herons");
        Assert.True(passwords.Match(hash, "nine quiet herons"));
        Assert.False(passwords.Match(hash, "nine quiet heron"));
        Assert.False(passwords.Match(hash: null, "nine quiet herons"));
        Assert.NotEqual(hash, passwords.Hash("nine quiet herons"));
    }
}
