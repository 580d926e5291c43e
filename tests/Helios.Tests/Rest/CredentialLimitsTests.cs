using System.Net;
using Helios.Kernel.Scopes;
using Helios.Web.Rest;
using Xunit;

namespace Helios.Tests.Rest;

public sealed class CredentialLimitsTests(RestHouse house) : IClassFixture<RestHouse>
{
    [Fact]
    public void A_bucket_empties_and_fills_again_steadily()
    {
        var clock = new Clock();
        var limits = new CredentialLimits(new RestLimits { RequestsPerMinute = 60 }, clock);

        for (var i = 59; i >= 0; i--)
            Assert.Equal((true, i), (limits.Take("a") is var taken && taken.IsGranted, taken.Remaining));
        var refused = limits.Take("a");
        Assert.Equal((false, 0, 60, 1), (refused.IsGranted, refused.Remaining, refused.FullIn, refused.NextIn));
        Assert.True(limits.Take("b").IsGranted);
        clock.Advance(TimeSpan.FromSeconds(2.5));
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => limits.Take("a").IsGranted));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(59, limits.Take("a").Remaining);
    }

    [Fact]
    public async Task A_token_over_its_limit_is_told_when_to_come_back()
    {
        await using var app = await house.Start(new RestLimits { RequestsPerMinute = 2 }, new Clock());

        using var first = await RestHouse.Send(app, "GET", "/shelves?limit=1", content: null);
        using var second = await RestHouse.Send(app, "GET", "/shelves?limit=1", content: null);
        using var third = await RestHouse.Send(app, "GET", "/shelves?limit=1", content: null);
        using var other = await RestHouse.Send(app, "GET", "/shelves?limit=1", content: null, Roles.Owner);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], new[] { first, second, third, other }.Select(answer => answer.StatusCode));
        Assert.Equal("\"minute\";r=1;t=30", Assert.Single(first.Headers.GetValues("RateLimit")));
        Assert.Equal("\"minute\";q=2;w=60", Assert.Single(third.Headers.GetValues("RateLimit-Policy")));
        Assert.Equal(TimeSpan.FromSeconds(30), third.Headers.RetryAfter!.Delta);
        Assert.Equal("request.limited", (string?)(await RestHouse.Json(third))["code"]);
    }

    sealed class Clock : TimeProvider
    {
        long now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => now += time.Ticks;

        public override long GetTimestamp() => now;
    }
}
