using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Helios.Kernel.Entities;

namespace Helios.Kernel.Input;

/// <summary>How a value looks on the wire: its kind, whether it may be null, and what it consists of.</summary>
public sealed class ValueShape
{
    ValueShape(ValueKind kind, Type type, bool allowsNull, ValueShape? element = null)
    {
        Kind = kind;
        Type = type;
        AllowsNull = allowsNull;
        Element = element;
        Choices = kind == ValueKind.Choice ? WordsOf(Bare) : [];
    }

    public ValueKind Kind { get; }

    /// <summary>The type in the record, without <see cref="Optional{T}"/>.</summary>
    public Type Type { get; }

    /// <summary>Whether null is a value here.</summary>
    public bool AllowsNull { get; }

    /// <summary>The shape of each value of a list or map.</summary>
    public ValueShape? Element { get; }

    /// <summary>The type without the question mark of a nullable value type.</summary>
    public Type Bare => Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>The words of a choice, in the order of their declaration.</summary>
    public IReadOnlyList<string> Choices { get; }

    internal static ValueShape Of(Type type, bool allowsNull, NullabilityInfo? nullability)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        allowsNull |= bare != type;
        if (KindOf(bare) is { } simple)
            return new ValueShape(simple, type, allowsNull || simple == ValueKind.Any);
        if (Generic(bare, typeof(IReadOnlyDictionary<,>)) is { } map)
            return new ValueShape(ValueKind.Map, type, allowsNull, ElementOf(map[1], nullability?.GenericTypeArguments.ElementAtOrDefault(1)));
        if (Generic(bare, typeof(IEnumerable<>)) is { } list)
            return new ValueShape(ValueKind.List, type, allowsNull, ElementOf(list[0], nullability?.ElementType ?? nullability?.GenericTypeArguments.ElementAtOrDefault(0)));
        return HeliosJson.Options.GetTypeInfo(bare).Kind == JsonTypeInfoKind.Object
            ? new ValueShape(ValueKind.Record, type, allowsNull)
            : throw new NotSupportedException($"{type} has no shape on the wire. Take a record, a list, text, a number, DateOnly, DateTimeOffset, an enum or an EntityRef.");
    }

    static ValueShape ElementOf(Type type, NullabilityInfo? nullability) =>
        Of(type, nullability?.ReadState == NullabilityState.Nullable, nullability);

    static IReadOnlyList<string> WordsOf(Type choice) =>
        [.. Enum.GetValuesAsUnderlyingType(choice).Cast<object>().Select(value => JsonSerializer.SerializeToNode(Enum.ToObject(choice, value), choice, HeliosJson.Options)!.GetValue<string>())];

    static ValueKind? KindOf(Type type)
    {
        if (type.IsEnum)
            return ValueKind.Choice;
        if (typeof(IEntityRef).IsAssignableFrom(type) || typeof(IRowRef).IsAssignableFrom(type))
            return ValueKind.Reference;
        if (type == typeof(object) || type == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(type))
            return ValueKind.Any;
        if (type == typeof(byte[]))
            return ValueKind.Bytes;
        if (type == typeof(DateOnly))
            return ValueKind.Day;
        if (type == typeof(TimeOnly))
            return ValueKind.TimeOfDay;
        if (type == typeof(DateTimeOffset))
            return ValueKind.Moment;
        if (type == typeof(Guid))
            return ValueKind.Id;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => ValueKind.Text,
            TypeCode.Boolean => ValueKind.Boolean,
            >= TypeCode.SByte and <= TypeCode.UInt64 => ValueKind.WholeNumber,
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => ValueKind.Number,
            _ => null,
        };
    }

    static Type[]? Generic(Type type, Type open) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == open
            ? type.GetGenericArguments()
            : Array.Find(type.GetInterfaces(), contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == open)?.GetGenericArguments();
}
