using Helios.Kernel.Data;
using Helios.Kernel.Filtering;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Xunit;

namespace Helios.Tests.Filtering;

/// <summary>The declaration of a list of parcels, and a context that translates to SQL without a server.</summary>
static class Parcels
{
    public static readonly string[] States = ["new", "packed", "sent", "lost"];
    public static readonly string[] Urgencies = ["low", "normal", "high", "urgent"];
    public static readonly Guid Anna = Guid.Parse("0197a000-0000-7000-8000-000000000001");
    public static readonly Guid Ben = Guid.Parse("0197a000-0000-7000-8000-000000000002");
    public static readonly DateTimeOffset Now = new(2026, 6, 10, 9, 30, 0, TimeSpan.Zero);

    public static FilterFields<Parcel> Fields { get; } = new FilterFields<Parcel>()
        .Choice("state", parcel => parcel.State, States, new Dictionary<string, string[]>(StringComparer.Ordinal) { ["open"] = ["new", "packed"] }, "Where it stands")
        .Choice("route", parcel => parcel.Route, ["north", "south"])
        .Ranked("urgency", parcel => parcel.Urgency, Urgencies, first: 1)
        .Text("note", parcel => parcel.Note)
        .Key("key", parcel => parcel.Key)
        .Reference("holder", parcel => parcel.HolderId, "user", "Who has it")
        .Reference("sender", parcel => parcel.SenderId, "client")
        .Moment("updated", parcel => parcel.UpdatedAt)
        .Moment("due", parcel => parcel.DueAt, isAhead: true)
        .Day("posted", parcel => parcel.Posted)
        .Number("weight", parcel => parcel.Weight)
        .Number("price", parcel => parcel.Price)
        .Flag("fragile", parcel => parcel.Fragile)
        .Set("mark", (mark, filter) => parcel => filter.Db!.Set<ParcelMark>().Any(one => one.ParcelId == parcel.Id && one.Name == mark), ["vip"])
        .Set("secret", (text, _) => parcel => parcel.Note == text).ForStaff()
        .Words((words, _) => parcel => words.All(word => parcel.Note!.Contains(word)));

    public static SortKeys<Parcel> Sorts { get; } = new SortKeys<Parcel>(parcel => parcel.Id)
        .By("updated", parcel => parcel.UpdatedAt, descending: true)
        .By("key", parcel => parcel.Key)
        .By("urgency", parcel => parcel.Urgency, descending: true)
        .By("weight", parcel => parcel.Weight)
        .By("posted", parcel => parcel.Posted)
        .By("sender", parcel => parcel.SenderId);

    public static FilterContext Context { get; } = new(Actor.System with { UserId = Anna }, Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    /// <summary>A context whose provider is PostgreSQL; <c>ToQueryString</c> needs no source.</summary>
    public static HeliosDb Db(NpgsqlDataSource? source = null)
    {
        var options = new DbContextOptionsBuilder<HeliosDb>();
        _ = source is null ? options.UseNpgsql("Host=127.0.0.1;Port=1") : options.UseNpgsql(source);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new HeliosModelExtension("parcels",
        [
            model => model.Entity<Parcel>().ToTable("parcel"),
            model => model.Entity<ParcelMark>().ToTable("parcel_mark").HasKey(mark => new { mark.ParcelId, mark.Name }),
        ]));
        return new HeliosDb(options.Options);
    }

    public static FilterNode Tree(string text) => FilterParser.Parse(text).Expect();

    public static async Task<FilterResult<ListFilter<Parcel>>> Read(string text, FilterContext? context = null) =>
        await Fields.Read(text, context ?? Context, new People(), TestContext.Current.CancellationToken);

    /// <summary>The part of the SQL behind WHERE.</summary>
    public static async Task<string> Sql(string text)
    {
        await using var db = Db();
        var filter = (await Read(text, Context with { Db = db })).Expect();
        var sql = db.Set<Parcel>().Where(filter.Rows).Select(parcel => parcel.Id).ToQueryString();
        return sql.Contains("WHERE", StringComparison.Ordinal) ? string.Join(' ', sql[(sql.IndexOf("WHERE", StringComparison.Ordinal) + 6)..].Split('\n', StringSplitOptions.TrimEntries)) : "";
    }

    /// <summary>Knows Ben.</summary>
    sealed class People : IFilterReferences
    {
        public Task<Guid?> Resolve(string kind, string text, CancellationToken stop) =>
            Task.FromResult(text is "U-2" || string.Equals(text, Ben.ToString(), StringComparison.Ordinal) ? Ben : (Guid?)null);
    }
}
