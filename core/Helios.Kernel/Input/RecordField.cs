using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Helios.Kernel.Events;

namespace Helios.Kernel.Input;

/// <summary>One field of a record on the wire.</summary>
public sealed class RecordField
{
    internal RecordField(JsonPropertyInfo json)
    {
        Name = json.Name;
        Property = (PropertyInfo)json.AttributeProvider!;
        IsOptional = json.PropertyType.IsGenericType && json.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>);
        IsRequired = json.IsRequired;
        var nullability = new NullabilityInfoContext().Create(Property);
        var inner = IsOptional ? nullability.GenericTypeArguments[0] : nullability;
        var type = IsOptional ? json.PropertyType.GetGenericArguments()[0] : json.PropertyType;
        Shape = ValueShape.Of(type, inner.ReadState == NullabilityState.Nullable, inner);
        Attributes = [.. Property.GetCustomAttributes(inherit: true), .. json.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(inherit: true) ?? []];
        Default = json.AssociatedParameter is { HasDefaultValue: true } parameter ? parameter.DefaultValue : null;
        Read = json.Get;
    }

    /// <summary>The name on the wire, in camel case.</summary>
    public string Name { get; }

    public PropertyInfo Property { get; }

    public ValueShape Shape { get; }

    /// <summary>Whether it may be absent, which then means: leave it as it is.</summary>
    public bool IsOptional { get; }

    /// <summary>Whether it must be sent.</summary>
    public bool IsRequired { get; }

    /// <summary>What stands in the record when it is not sent and the record says so, or null.</summary>
    public object? Default { get; }

    /// <summary>The attributes of the property and of the constructor's parameter.</summary>
    public IReadOnlyList<object> Attributes { get; }

    /// <summary>Whether the text is a secret that must reach its command exactly as it was typed.</summary>
    public bool IsSecret => Attributes.Any(attribute => attribute is SecretAttribute or DataTypeAttribute { DataType: DataType.Password });

    /// <summary>Reads the field of a record.</summary>
    public Func<object, object?>? Read { get; }
}
