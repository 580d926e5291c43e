using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Helios.Core.CustomFields.Commands;
using Helios.Core.Directory.Locations;
using Helios.Core.Directory.Locations.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Filtering;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Tests.Growing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Helios.Tests.CustomFields;

/// <summary>Conditions on custom fields find in the database what plain C# finds among the same values, whichever way the matches are found.</summary>
[Collection(GrowingSuites.Name)]
public sealed class CustomFieldFilterTests(GrowingHouse house)
{
    const int Rows = 40;

    static readonly string[] Choices = ["north", "south", "west"];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5000)]
    [InlineData(0)]
    public async Task A_filter_agrees_with_the_plain_reading(int mostNamed)
    {
        var (scope, names) = await Prepare();
        await using var db = house.Context(scope);
        var rows = await db.Set<Location>().AsNoTracking().Where(row => row.Name.StartsWith("Parity")).ToListAsync(Stop);
        Assert.True(rows.Count >= Rows);
        var fields = EntityFields.Of<Location>("location");
        foreach (var (text, holds) in Conditions(names).Sample(120))
        {
            var context = FilterContext.Of(new QueryContext(scope, TimeProvider.System.GetUtcNow(), Stop), db) with { MostNamed = mostNamed };
            var read = await fields.Read(text, context, new NoReferences(), Stop);
            var found = await db.Set<Location>().Where(row => row.Name.StartsWith("Parity")).Where(read.Expect().Rows).Select(row => row.Id).ToListAsync(Stop);
            Assert.True(rows.Where(row => holds(row.CustomFields ?? CustomFieldValues.None)).Select(row => row.Id).ToHashSet().SetEquals(found), $"{text} ({mostNamed})");
        }
    }

    [Fact]
    public async Task Whoever_may_not_see_a_field_cannot_filter_by_it()
    {
        var (scope, names) = await Prepare();
        var reader = scope with { Actor = house.Larkspur.Members[Roles.User].Actor };
        var fields = EntityFields.Of<Location>("location");
        await using var db = house.Context(reader);
        var refused = await fields.Read(names["number"] + ">0", FilterContext.Of(new QueryContext(reader, TimeProvider.System.GetUtcNow(), Stop), db), new NoReferences(), Stop);
        Assert.Contains("There is no field", Assert.Single(refused.Problems).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(fields.For(reader), info => info.Name == names["number"]);
        Assert.Contains(fields.For(scope), info => info.Name == names["number"]);
    }

    [Theory]
    [InlineData("number>many", "number")]
    [InlineData("day:never", "no time")]
    [InlineData("choice:east", "no value")]
    [InlineData("choice>north", "cannot be compared")]
    [InlineData("flag:perhaps", "no value")]
    public async Task Mistakes_are_told_where_they_stand(string condition, string says)
    {
        var (scope, names) = await Prepare();
        var field = names.Keys.First(name => condition.StartsWith(name, StringComparison.Ordinal));
        await using var db = house.Context(scope);
        var read = await EntityFields.Of<Location>("location").Read(names[field] + condition[field.Length..], FilterContext.Of(new QueryContext(scope, TimeProvider.System.GetUtcNow(), Stop), db), new NoReferences(), Stop);
        Assert.Contains(says, Assert.Single(read.Problems).Text, StringComparison.Ordinal);
    }

    /// <summary>Random conditions with what they mean in C#.</summary>
    static Gen<(string Text, Func<CustomFieldValues, bool> Holds)> Conditions(Dictionary<string, string> names)
    {
        var number = names["number"];
        var day = names["day"];
        var one = Gen.OneOf(
            Gen.Elements("<", "<=", ">", ">=", ":", "!=").Zip(Gen.Choose(-3, 3)).Select(pair => Condition($"{number}{pair.Item1}{pair.Item2}.5", values => Compare(values[number]?.GetDecimal(), pair.Item1, pair.Item2 < 0 ? pair.Item2 - 0.5m : pair.Item2 + 0.5m))),
            Gen.Elements("<", "<=", ">", ">=", ":", "!=").Zip(Gen.Choose(1, 9)).Select(pair => Condition($"{day}{pair.Item1}2026-03-0{pair.Item2}", values => Compare(values[day]?.GetString(), pair.Item1, $"2026-03-0{pair.Item2}"))),
            Gen.Elements(Choices).Select(choice => Condition($"{names["choice"]}:{choice}", values => values[names["choice"]]?.GetString() == choice)),
            Gen.Elements(Choices).Zip(Gen.Elements(Choices)).Select(pair => Condition($"{names["choices"]}:{pair.Item1},{pair.Item2}", values => Has(values[names["choices"]], pair.Item1, pair.Item2))),
            Gen.Elements(Choices).Select(choice => Condition($"{names["choices"]}!={choice}", values => !Has(values[names["choices"]], choice))),
            Gen.Elements(names.Values.ToArray()).Select(name => Condition($"{name}:none", values => values[name] is null)),
            Gen.Elements(names.Values.ToArray()).Select(name => Condition($"{name}!=none", values => values[name] is not null)),
            Gen.Elements("yes", "no").Select(word => Condition($"{names["flag"]}:{word}", values => values[names["flag"]]?.GetBoolean() == (word == "yes"))),
            Gen.Elements("alpha", "Beta", "gamma").Select(word => Condition($"{names["text"]}:{word}", values => string.Equals(values[names["text"]]?.GetString(), word, StringComparison.OrdinalIgnoreCase))),
            Gen.Constant(Condition($"{names["choice"]}:north,none", values => values[names["choice"]] is null || values[names["choice"]]?.GetString() == "north")));
        return Gen.OneOf(
            one,
            one.Zip(one).Select(pair => Condition($"{pair.Item1.Text} {pair.Item2.Text}", values => pair.Item1.Holds(values) && pair.Item2.Holds(values))),
            one.Zip(one).Select(pair => Condition($"({pair.Item1.Text} OR -{pair.Item2.Text})", values => pair.Item1.Holds(values) || !pair.Item2.Holds(values))));
    }

    static (string Text, Func<CustomFieldValues, bool> Holds) Condition(string text, Func<CustomFieldValues, bool> holds) => (text, holds);

    static bool Compare<T>(T? value, string comparison, T with)
        where T : struct, IComparable<T> => Compare(value.HasValue, value.HasValue ? value.Value.CompareTo(with) : 0, comparison);

    static bool Compare(string? value, string comparison, string with) => Compare(value is not null, string.CompareOrdinal(value, with), comparison);

    static bool Compare(bool isThere, int order, string comparison) => comparison switch
    {
        "!=" => !isThere || order != 0,
        "<" => isThere && order < 0,
        "<=" => isThere && order <= 0,
        ">" => isThere && order > 0,
        ">=" => isThere && order >= 0,
        _ => isThere && order == 0,
    };

    static bool Has(JsonElement? value, params string[] wanted) => value is { } many && many.EnumerateArray().Any(choice => wanted.Contains(choice.GetString()));

    /// <summary>Fields of every filtered type but person, and locations with random values in them.</summary>
    async Task<(Scope Scope, Dictionary<string, string> Names)> Prepare()
    {
        await Recipes.Room(new Sampler(house, house.Larkspur, house.Larkspur.Owner));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, type) in new[] { ("number", CustomFieldType.Number), ("day", CustomFieldType.Date), ("choice", CustomFieldType.Choice), ("choices", CustomFieldType.Choices), ("flag", CustomFieldType.CheckBox), ("text", CustomFieldType.Text) })
            names[name] = (await house.Do(
                new CreateField { Kind = "location", Name = $"Parity {name}", Type = type, Choices = type is CustomFieldType.Choice or CustomFieldType.Choices ? [.. Choices.Select(choice => new FieldChoice(choice))] : null },
                house.Larkspur.Owner)).Expect().ApiName;
        var scope = await house.Customized(house.Larkspur.Owner);
        var random = new Random(7);
        for (var i = 0; i < Rows; i++)
            (await house.Do(new CreateLocation { Name = $"Parity {house.Next()}", CustomFields = new CustomFieldInput<Location>(Values(names, random)) }, scope)).Expect();
        return (scope, names);
    }

    static Dictionary<string, JsonElement> Values(Dictionary<string, string> names, Random random)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        void Put(string name, object value)
        {
            if (random.Next(4) > 0)
                values[names[name]] = JsonSerializer.SerializeToElement(value);
        }

        Put("number", random.Next(-4, 5) + 0.5m);
        Put("day", $"2026-03-0{random.Next(1, 10)}");
        Put("choice", Choices[random.Next(Choices.Length)]);
        Put("choices", Choices.Where(_ => random.Next(2) > 0).ToArray());
        Put("flag", random.Next(2) > 0);
        Put("text", random.GetItems(["alpha", "beta", "GAMMA"], 1)[0]);
        return values;
    }

    sealed class NoReferences : IFilterReferences
    {
        public Task<Guid?> Resolve(string kind, string text, CancellationToken stop) => Task.FromResult<Guid?>(null);
    }
}
