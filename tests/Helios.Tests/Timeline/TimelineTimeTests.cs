using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Timeline;
using Helios.Core.Timeline.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Helios.Tests.PeopleAndPlaces;
using Xunit;

namespace Helios.Tests.Timeline;

/// <summary>Days and points in time read as they do on pages.</summary>
public sealed class TimelineTimeTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    [Fact]
    public async Task A_day_is_told_in_words_and_a_text_that_looks_like_one_stays()
    {
        var user = await house.Person("Ida Day");
        (await house.Do(new UpdateUser { User = new(user.Key), StartsOn = new DateOnly(2026, 12, 1), Title = "2026-12-01" })).Expect();
        var changes = (await Items(user.Key))[0].Changes.ToDictionary(change => change.Field, change => change.New!.Text, StringComparer.Ordinal);
        Assert.Equal(("1 December 2026", "2026-12-01"), (changes["startsOn"], changes["title"]));
    }

    [Fact]
    public async Task A_point_in_time_is_told_in_the_zone_of_its_reader()
    {
        var user = await house.Person("Ole Moment");
        (await house.Do(new ArchiveUser(new EntityRef<User>(user.Key)))).Expect();
        var at = await house.One<DateTime>("select archived_at from \"user\" where id = $1", user.Id);
        var there = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        var told = (await Items(user.Key, house.Staff with { Zone = there }))[0].Changes.Single(change => change.Field == "archivedAt").New!.Text;
        Assert.Equal(TimeZoneInfo.ConvertTime(new DateTimeOffset(at, TimeSpan.Zero), there).ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.CurrentCulture), told);
    }

    async Task<IReadOnlyList<TimelineItem>> Items(string key, Scope? scope = null) => (await house.Ask(new GetTimeline(new EntityRef<Entity>(key)), scope)).Expect().Items;
}
