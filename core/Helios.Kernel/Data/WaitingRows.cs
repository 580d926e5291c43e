using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Helios.Kernel.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Helios.Kernel.Data;

/// <summary>
/// What the commands of a swift series added and changed, until it is written together: one statement for each table, where one for
/// each row costs more than the row. It goes to the database before that is asked for anything else, so that nobody finds it missing.
/// </summary>
sealed class WaitingRows
{
    /// <summary>Where so often in a row one command had to be written alone, since the next one asked the database, nothing comes together: EF writes one cheaper.</summary>
    const int MostAlone = 2;

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    readonly Dictionary<RowShape, Rows> added = [];
    readonly Dictionary<string, Rows> changed = new(StringComparer.Ordinal);
    readonly List<(EventRow Event, EventDetail Detail)> events = [];
    readonly HashSet<(RowShape Shape, string Key)> touched = [];

    int commands;
    int alone;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => added.Count == 0 && changed.Count == 0 && events.Count == 0;

    /// <summary>Takes what a command adds and changes, and its events; takes nothing where it removes rows, or writes some that only EF can write.</summary>
    /// <returns>Whether all of it was taken: then there is nothing to save.</returns>
    public async Task<bool> Take(HeliosDb db, IReadOnlyList<(EventRow Event, EventDetail Detail)> told, CancellationToken stop)
    {
        if (alone >= MostAlone)
            return false;
        List<(RowShape Shape, EntityEntry Entry)> rows = [];
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached)))
        {
            if (entry.State is EntityState.Deleted || RowShape.Of(entry.Metadata) is not { } shape)
                return false;
            rows.Add((shape, entry));
        }

        // A row is written once by a statement: what an earlier command made of it goes first.
        var keys = rows.ConvertAll(row => (row.Shape, row.Shape.KeyOf(row.Entry.Entity)));
        if (keys.Exists(touched.Contains))
            await Write(db, stop);
        touched.UnionWith(keys);
        foreach (var (shape, entry) in rows)
        {
            if (entry.State is EntityState.Added)
                Of(added, shape, shape.Insert).Add(json => shape.Write(json, entry.Entity));
            else if (shape.Changed(entry) is { } change)
                Of(changed, change.Statement, change.Statement).Add(change.Write);
        }

        events.AddRange(told);
        commands++;
        return true;
    }

    /// <summary>Writes what waits.</summary>
    public async Task Write(HeliosDb db, CancellationToken stop)
    {
        Rows[] updates = [.. changed.Values];
        Rows[] all = [.. added.OrderBy(rows => rows.Key.Depth).Select(rows => rows.Value), .. updates, .. Told(db.Model)];
        added.Clear();
        changed.Clear();
        events.Clear();
        touched.Clear();
        alone = commands == 1 ? alone + 1 : 0;
        commands = 0;
        await using var batch = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateBatch();
        foreach (var rows in all)
            batch.BatchCommands.Add(rows.Statement);
        await batch.ExecuteNonQueryAsync(stop);
        if (Array.Exists(updates, rows => rows.Statement.Rows != (ulong)rows.Count))
            throw new DbUpdateConcurrencyException("A row that a series changed was another one meanwhile.");
    }

    /// <summary>Events come last, as those of a single command do: their place in the chain is drawn when the rows that they tell of are locked.</summary>
    IEnumerable<Rows> Told(IModel model) => events.Count == 0 ? [] :
    [
        All(model, events.Select(told => told.Event)),
        All(model, events.Select(told => told.Detail)),
        All(model, events.Select(told => new EventUnsealed { OrganizationId = told.Event.OrganizationId, OccurredAt = told.Event.OccurredAt, EventId = told.Event.Id })),
    ];

    static Rows All<T>(IModel model, IEnumerable<T> all)
        where T : class
    {
        var shape = RowShape.Of(model.FindEntityType(typeof(T))!)!;
        var rows = new Rows(shape.Insert);
        foreach (var row in all)
            rows.Add(json => shape.Write(json, row));
        return rows;
    }

    static Rows Of<TKey>(Dictionary<TKey, Rows> rows, TKey key, string statement)
        where TKey : notnull
    {
        if (!rows.TryGetValue(key, out var known))
            rows[key] = known = new Rows(statement);
        return known;
    }

    /// <summary>Rows for one statement: as they are when they are added, whatever becomes of them until they are written.</summary>
    sealed class Rows(string sql)
    {
        readonly ArrayBufferWriter<byte> bytes = new();
        NpgsqlBatchCommand? statement;

        public int Count { get; private set; }

        /// <summary>The statement with all rows; none is added after it.</summary>
        public NpgsqlBatchCommand Statement => statement ??= Made();

        public void Add(Action<Utf8JsonWriter> write)
        {
            bytes.Write(Count++ == 0 ? "["u8 : ","u8);
            using var json = new Utf8JsonWriter(bytes, Options);
            write(json);
        }

        NpgsqlBatchCommand Made()
        {
            bytes.Write("]"u8);
            return new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = bytes.WrittenMemory, NpgsqlDbType = NpgsqlDbType.Json } } };
        }
    }
}
