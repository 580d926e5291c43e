using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Jobs;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;
using Helios.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helios.Kernel.Data;

/// <summary>The one context over the one database. Each module extends its model; the scope decides which rows exist.</summary>
public sealed class HeliosDb(DbContextOptions<HeliosDb> options) : DbContext(options)
{
    Scope? scope;

    /// <summary>The scope that every statement runs in; set by whoever leases the context, once.</summary>
    public Scope? Scope
    {
        get => scope;
        set
        {
            if (WaitingRows is { IsEmpty: false })
                throw new InvalidOperationException("Rows of a series wait to be written. End it before the context is somebody else's.");
            scope = value;
            OrganizationId = value?.Organization?.Id ?? Guid.Empty;
            ScopeSentIn = null;
            Ahead = null;
            WaitingRows = null;
            Seen = null;
            StatementToSend = null;
        }
    }

    /// <summary>The organization of the scope; the filter of every owned row.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>What a series of commands has read already; null for a single one.</summary>
    internal RowsAhead? Ahead { get; set; }

    /// <summary>What a swift series of commands has still to write; null for any other.</summary>
    internal WaitingRows? WaitingRows { get; set; }

    /// <summary>What earlier queries of the same request were shown; null for a command and for a query that stands alone.</summary>
    internal SeenEntities? Seen { get; set; }

    /// <summary>What the series that this command belongs to has looked up for all of its commands; null where the command has to look for itself.</summary>
    public T? Kept<T>()
        where T : class => Ahead?.Kept<T>();

    /// <summary>The transaction that already knows its organization.</summary>
    internal Guid? ScopeSentIn { get; set; }

    /// <summary>Events that go with the next save.</summary>
    internal IReadOnlyList<(EventRow Event, EventDetail Detail)>? EventsToSend { get; set; }

    /// <summary>A statement that goes in front of the next one, such as a savepoint.</summary>
    internal string? StatementToSend { get; set; }

    /// <summary>Writes the rows that wait, so that whatever comes next finds them.</summary>
    internal Task WriteWaitingRows(CancellationToken stop) => WaitingRows is { IsEmpty: false } rows ? rows.Write(this, stop) : Task.CompletedTask;

    /// <summary>Sends the statement that waits by itself, where nothing can carry it along.</summary>
    internal async Task SendWaiting(CancellationToken stop)
    {
        if (StatementToSend is not { } waiting)
            return;
        StatementToSend = null;
        await using var command = new NpgsqlCommand(waiting, (NpgsqlConnection)Database.GetDbConnection());
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The connection for statements that EF does not see; what waits to be sent goes first.</summary>
    internal async Task<NpgsqlConnection> RawConnection(CancellationToken stop)
    {
        await WriteWaitingRows(stop);
        await SendWaiting(stop);
        return (NpgsqlConnection)Database.GetDbConnection();
    }

    public DbSet<EntityRow> Entities => Set<EntityRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<EventDetail> EventDetails => Set<EventDetail>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Schedule> Schedules => Set<Schedule>();

    /// <summary>Finds entities of every kind by key, address or words, those of them that the actor may see; unranked.</summary>
    /// <param name="text">What somebody typed.</param>
    /// <param name="keys">The keys that it may mean.</param>
    /// <param name="isStaff">Whether the actor reads what all staff read.</param>
    /// <param name="readers">His <see cref="ReaderTokens"/>.</param>
    /// <param name="kinds">Only these kinds; null for all.</param>
    /// <param name="limit">At most so many, up to 100.</param>
    public IQueryable<SearchHit> Search(string text, string[] keys, bool isStaff, string[] readers, string[]? kinds, int limit) =>
        FromExpression(() => Search(text, keys, isStaff, readers, kinds, limit));

    /// <summary>The ids of one kind that hold all these words, the last perhaps unfinished: for <c>Matching(…).Any(m => m.Id == row.Id)</c> in a list.</summary>
    /// <remarks>Complete up to 5,000; of more, the newest 5,000 among the newest 50,000 rows of the kind that are not archived.</remarks>
    public IQueryable<WordMatch> Matching(string kind, string words, bool isStaff, string[] readers) =>
        FromExpression(() => Matching(kind, words, isStaff, readers));

    /// <summary>A custom field as text, in SQL.</summary>
    public static string? CustomText(CustomFieldValues? fields, string name) => throw InSqlOnly();

    /// <summary>A custom field as texts are compared, in SQL.</summary>
    public static string? CustomKey(CustomFieldValues? fields, string name) => throw InSqlOnly();

    /// <summary>A custom check box as yes or no, in SQL.</summary>
    public static string? CustomFlag(CustomFieldValues? fields, string name) => throw InSqlOnly();

    /// <summary>A custom number in millionths, in SQL.</summary>
    public static long? CustomNumber(CustomFieldValues? fields, string name) => throw InSqlOnly();

    /// <summary>A custom day, in SQL.</summary>
    public static DateOnly? CustomDay(CustomFieldValues? fields, string name) => throw InSqlOnly();

    /// <summary>The id of a custom person, in SQL.</summary>
    public static Guid? CustomReference(CustomFieldValues? fields, string name) => throw InSqlOnly();

    /// <summary>From now on the work belongs to this organization; for set-up and for jobs that make one.</summary>
    public void EnterOrganization(OrganizationScope organization)
    {
        Scope = (Scope ?? throw new InvalidOperationException("The context has no scope.")) with { Organization = organization };
    }

    static InvalidOperationException InSqlOnly() => new("The function stands for one of the database and is called there only.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<CustomFieldValues>().HaveConversion<CustomFieldConverter, CustomFieldConverter.Comparer>().HaveColumnType("jsonb");
        configurationBuilder.Properties<SealedText>().HaveConversion<SealedTextColumn>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        KernelModel.Configure(modelBuilder);
        var extension = options.FindExtension<HeliosModelExtension>();
        foreach (var part in extension?.Parts ?? [])
            part(modelBuilder);
        KernelModel.LockByVersion(modelBuilder);
        KernelModel.NumberByKey(modelBuilder);
        OwnedRows.Filter(this, modelBuilder);
        SnakeCase.Name(modelBuilder);
    }
}
