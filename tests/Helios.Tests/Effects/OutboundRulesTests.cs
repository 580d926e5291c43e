using System.Net;
using Helios.Kernel.Outbound;
using Xunit;

namespace Helios.Tests.Effects;

public sealed class OutboundRulesTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    public void What_is_not_public_is_refused_in_every_spelling(string address) => Assert.False(OutboundRules.PublicOnly.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void What_is_public_is_allowed(string address) => Assert.True(OutboundRules.PublicOnly.Allows(IPAddress.Parse(address)));

    [Fact]
    public void An_operator_allows_networks_and_no_more()
    {
        var rules = OutboundRules.Read("10.20.0.0/16, fd00:12::/32 192.168.7.9")!;

        Assert.True(rules.Allows(IPAddress.Parse("10.20.3.4")));
        Assert.True(rules.Allows(IPAddress.Parse("::ffff:10.20.3.4")));
        Assert.True(rules.Allows(IPAddress.Parse("fd00:12::7")));
        Assert.True(rules.Allows(IPAddress.Parse("192.168.7.9")));
        Assert.False(rules.Allows(IPAddress.Parse("10.21.3.4")));
        Assert.False(rules.Allows(IPAddress.Parse("192.168.7.8")));
        Assert.Null(OutboundRules.Read("everything"));
    }

    [Theory]
    [InlineData("https://alerts.example.com/x", true)]
    [InlineData("http://alerts.example.com", true)]
    [InlineData("ftp://alerts.example.com", false)]
    [InlineData("https://me:secret@alerts.example.com", false)]
    [InlineData("alerts.example.com", false)]
    [InlineData("file:///etc/passwd", false)]
    public void An_address_is_http_without_a_password(string text, bool isOne) => Assert.Equal(isOne, OutboundHttp.IsAddress(text));
}
