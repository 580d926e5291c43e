using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helios.Kernel.Data;

/// <summary>How many rows of one table are written by one statement: their values travel as a JSON array, under the names of the columns.</summary>
sealed class RowShape
{
    const string Annotation = "Helios:RowShape";

    /// <summary>In front of the name of a column that tells what has to stand there still.</summary>
    const string Was = "was ";

    /// <summary>What a column may hold on its way to the database.</summary>
    static readonly HashSet<Type> Known =
    [
        typeof(string), typeof(Guid), typeof(bool), typeof(short), typeof(int), typeof(long), typeof(decimal), typeof(double),
        typeof(DateTimeOffset), typeof(DateOnly), typeof(byte[]), typeof(string[]), typeof(Guid[]),
    ];

    readonly string table;
    readonly IReadOnlyList<Column> columns;
    readonly IReadOnlyList<Column> keys;
    readonly IReadOnlyList<Column> tokens;
    readonly ConcurrentDictionary<string, string> updates = new(StringComparer.Ordinal);

    RowShape(IEntityType type, IReadOnlyList<Column> columns)
    {
        this.columns = columns;
        keys = [.. columns.Where(column => column.Property.IsPrimaryKey())];
        tokens = [.. columns.Where(column => column.Property.IsConcurrencyToken)];
        Depth = DepthOf(type, []);
        table = (type.GetSchema() is { } schema ? Quoted.Name(schema) + "." : "") + Quoted.Name(type.GetTableName()!);
        var names = Quoted.Names(columns.Select(column => column.Name));
        Insert = $"insert into {table} ({names}) select {names} from json_populate_recordset(null::{table}, $1)";
    }

    /// <summary>The statement that adds rows.</summary>
    public string Insert { get; }

    /// <summary>How many tables this one refers to, one behind the other: rows are added after those that they refer to.</summary>
    public int Depth { get; }

    /// <summary>The shape of a type's rows; null where only EF can write them.</summary>
    public static RowShape? Of(IEntityType type) => type.GetOrAddRuntimeAnnotationValue(Annotation, static owner => Made(owner!), type);

    /// <summary>What tells a row of the table from every other one.</summary>
    public string KeyOf(object row) => string.Join(' ', keys.Select(column => Convert.ToString(column.ValueOf(row), CultureInfo.InvariantCulture)));

    /// <summary>Writes a row that is new.</summary>
    public void Write(Utf8JsonWriter json, object row)
    {
        json.WriteStartObject();
        foreach (var column in columns)
            column.Write(json, column.Name, column.ValueOf(row));
        json.WriteEndObject();
    }

    /// <summary>Writes what a command changed of a row, and gives the statement for it; null where nothing of it is stored.</summary>
    public (string Statement, Action<Utf8JsonWriter> Write)? Changed(EntityEntry entry)
    {
        var changed = columns.Where(column => column.IsUpdated && entry.Property(column.Property).IsModified).ToList();
        if (changed.Count == 0)
            return null;
        return (updates.GetOrAdd(string.Join(' ', changed.Select(column => column.Name)), _ => Update(changed)), json => Write(json, entry, changed));
    }

    void Write(Utf8JsonWriter json, EntityEntry entry, List<Column> changed)
    {
        json.WriteStartObject();
        foreach (var column in keys.Concat(changed))
            column.Write(json, column.Name, column.ValueOf(entry.Entity));
        foreach (var column in tokens)
            column.Write(json, Was + column.Name, entry.Property(column.Property).OriginalValue);
        json.WriteEndObject();
    }

    string Update(List<Column> changed)
    {
        var told = keys.Concat(changed).Select(column => $"{Quoted.Name(column.Name)} {column.Type}").Concat(tokens.Select(column => $"{Quoted.Name(Was + column.Name)} {column.Type}"));
        var same = keys.Select(column => $"t.{Quoted.Name(column.Name)} = r.{Quoted.Name(column.Name)}").Concat(tokens.Select(column => $"t.{Quoted.Name(column.Name)} = r.{Quoted.Name(Was + column.Name)}"));
        return $"update {table} t set {string.Join(", ", changed.Select(column => $"{Quoted.Name(column.Name)} = r.{Quoted.Name(column.Name)}"))} from json_to_recordset($1) as r ({string.Join(", ", told)}) where {string.Join(" and ", same)}";
    }

    static RowShape? Made(IEntityType type)
    {
        if (type.GetTableName() is null || type.GetComplexProperties().Any())
            return null;
        List<Column> found = [];
        foreach (var property in type.GetProperties().Where(property => property.GetBeforeSaveBehavior() is not PropertySaveBehavior.Ignore))
        {
            var mapping = property.GetRelationalTypeMapping();
            var stored = mapping.Converter?.ProviderClrType ?? property.ClrType;
            var isMadeThere = property.ValueGenerated is not ValueGenerated.Never && property.ClrType != typeof(Guid);
            if (property.IsShadowProperty() || isMadeThere || !Known.Contains(Nullable.GetUnderlyingType(stored) ?? stored))
                return null;
            found.Add(new Column(property, property.GetColumnName(), mapping.StoreType, mapping.Converter));
        }

        return new RowShape(type, found);
    }

    static int DepthOf(IEntityType type, HashSet<IEntityType> path)
    {
        if (!path.Add(type))
            return 0;
        var depth = type.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != type).Select(principal => 1 + DepthOf(principal, path)).DefaultIfEmpty(0).Max();
        path.Remove(type);
        return depth;
    }

    sealed record Column(IProperty Property, string Name, string Type, ValueConverter? Converter)
    {
        public bool IsUpdated { get; } = Property.GetAfterSaveBehavior() is PropertySaveBehavior.Save;

        public object? ValueOf(object row) => Property.GetGetter().GetClrValue(row);

        /// <summary>Writes a value; what is absent is null.</summary>
        public void Write(Utf8JsonWriter json, string name, object? value)
        {
            if (value is null)
                return;
            json.WritePropertyName(name);
            switch (Converter is null ? value : Converter.ConvertToProvider(value))
            {
                case null: json.WriteNullValue(); break;
                case string text when Type is "jsonb": json.WriteRawValue(text, skipInputValidation: true); break;
                case string text: json.WriteStringValue(text); break;
                case Guid id: json.WriteStringValue(id); break;
                case bool flag: json.WriteBooleanValue(flag); break;
                case short number: json.WriteNumberValue(number); break;
                case int number: json.WriteNumberValue(number); break;
                case long number: json.WriteNumberValue(number); break;
                case decimal number: json.WriteNumberValue(number); break;
                case double number: json.WriteNumberValue(number); break;
                case DateTimeOffset moment: json.WriteStringValue(moment); break;
                case DateOnly day: json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture)); break;
                case byte[] bytes: json.WriteStringValue("\\x" + Convert.ToHexStringLower(bytes)); break;
                case string[] texts: WriteEach(json, texts, static (json, text) => json.WriteStringValue(text)); break;
                case Guid[] ids: WriteEach(json, ids, static (json, id) => json.WriteStringValue(id)); break;
                default: throw new InvalidOperationException($"{Name} holds {value.GetType()}, which RowShape cannot write.");
            }
        }

        static void WriteEach<T>(Utf8JsonWriter json, T[] values, Action<Utf8JsonWriter, T> write)
        {
            json.WriteStartArray();
            foreach (var value in values)
                write(json, value);
            json.WriteEndArray();
        }
    }
}
