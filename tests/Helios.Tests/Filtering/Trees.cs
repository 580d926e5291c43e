using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.Filtering;

namespace Helios.Tests.Filtering;

/// <summary>Random filter trees and rows.</summary>
static class Trees
{
    static readonly string[] Pieces =
        ["a", "B", "ü", "日", "😀", " ", "\t", "\"", "\\", "(", ")", ":", ",", "=", "!", "<", ">", "-", ".", "OR", "AND", "NOT", "7d", "none", "T-1", "state", "2026-01-01", "\0", "\ud83d"];

    /// <summary>Strings from the characters and words that the language is made of.</summary>
    public static Gen<string> Noise { get; } = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    /// <summary>What a text can hold between quotation marks.</summary>
    static Gen<string> Readable { get; } = Noise.Where(text => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal) && !HasHalf(text));

    /// <summary>Any tree that a text can say, with any words and values in it.</summary>
    public static Gen<FilterNode> Any { get; } = Tree(
        Gen.OneOf(
            Readable.NonEmptyListOf().Select(words => (FilterNode)new FilterWords([.. words.Take(3).Select(word => new FilterValue(word))])),
            from field in Gen.Elements("a", "state", "due_at", "x.y", "b-1")
            from comparison in Gen.Elements(Enum.GetValues<FilterOperator>())
            from values in Readable.NonEmptyListOf()
            select (FilterNode)new FilterCondition(field, comparison, [.. values.Take(3).Select(value => new FilterValue(value))])),
        3);

    /// <summary>Trees whose conditions hold for <see cref="Parcels.Fields"/> and for <see cref="Naive"/>.</summary>
    public static Gen<FilterNode> Sensible { get; } = Tree(
        Gen.OneOf(
            Conditions("state", [FilterOperator.Equal, FilterOperator.NotEqual], [.. Parcels.States, "open", "OPEN"]),
            Conditions("route", [FilterOperator.Equal, FilterOperator.NotEqual], ["north", "south", "none"]),
            Conditions("urgency", Enum.GetValues<FilterOperator>(), Parcels.Urgencies),
            Conditions("note", [FilterOperator.Equal, FilterOperator.NotEqual], ["jam", "Jam", "none"]),
            Conditions("holder", [FilterOperator.Equal, FilterOperator.NotEqual], ["me", "none", "U-2"]),
            Conditions("weight", Enum.GetValues<FilterOperator>(), ["-1", "0", "1", "2"]),
            Conditions("price", Enum.GetValues<FilterOperator>(), ["0", "1", "2"]),
            Conditions("fragile", [FilterOperator.Equal, FilterOperator.NotEqual], ["yes", "false"]),
            Conditions("posted", Enum.GetValues<FilterOperator>(), ["today", "yesterday", "2026-06-09", "2026-06", "2026"]),
            Conditions("due", Enum.GetValues<FilterOperator>(), ["today", "tomorrow", "2026-06-10", "2026-06-10T11:00", "2026-06-10T09:00Z"]),
            Gen.Elements("jam", "Jam").Select(word => (FilterNode)new FilterWords([new FilterValue(word)]))),
        3);

    public static Gen<Parcel> Row { get; } =
        from state in Gen.Elements(Parcels.States)
        from route in Gen.Elements("north", "south", null)
        from urgency in Gen.Choose(1, 4)
        from note in Gen.Elements("jam", "Jam", "none", "jam Jam")
        from holder in Gen.Elements<Guid?>(Parcels.Anna, Parcels.Ben, null)
        from weight in Gen.Choose(-2, 3)
        from price in Gen.Elements<long?>(0, 1, 2, null)
        from fragile in Gen.Elements(true, false)
        from posted in Gen.Elements(0, -1, -2, 1, -20, -400)
        from due in Gen.Elements<double?>(0, 30, -570, 750, -90, -30, 870, -690, -10000, null)
        select new Parcel
        {
            Id = Guid.CreateVersion7(),
            State = state,
            Route = route,
            Urgency = (short)urgency,
            Note = note,
            HolderId = holder,
            Weight = weight,
            Price = price,
            Fragile = fragile,
            Posted = DateOnly.FromDateTime(Parcels.Now.Date).AddDays(posted),
            DueAt = due is { } minutes ? Parcels.Now.AddMinutes(minutes) : null,
        };

    static Gen<FilterNode> Conditions(string field, FilterOperator[] operators, string[] values) =>
        from comparison in Gen.Elements(operators)
        from several in Gen.Elements(values).NonEmptyListOf()
        let count = comparison is FilterOperator.Equal or FilterOperator.NotEqual ? 3 : 1
        select (FilterNode)new FilterCondition(field, comparison, [.. several.Take(count).Select(value => new FilterValue(value))]);

    static Gen<FilterNode> Tree(Gen<FilterNode> leaf, int depth)
    {
        if (depth == 0)
            return leaf;
        var below = Tree(leaf, depth - 1);
        var some = below.ListOf(3).SelectMany(terms => Gen.Choose(2, 3).Select(count => terms.Take(count).ToList()));
        return Gen.Frequency(
            (3, leaf),
            (2, some.Select(terms => FilterNode.All(terms))),
            (2, some.Select(terms => FilterNode.Any(terms))),
            (1, below.Select(FilterNode.Except)));
    }

    static bool HasHalf(string text) => text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);
}
