using System.Globalization;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Helios.Core.Timeline;

/// <summary>Tells days and points in time as pages do. In events both are text, so the column that a field comes from says what it is.</summary>
sealed class TimeFields(IModel model, Registry registry, Scope scope)
{
    /// <summary>The text as people read it, in the zone of the reader; null where it is no time.</summary>
    /// <param name="kind">The kind of the event's entity.</param>
    /// <param name="field">The field's name in the event.</param>
    /// <param name="text">Its value.</param>
    public string? Words(string kind, string field, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return IsDay(kind, field) ? day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) : null;
        if (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return TypeOf(kind, field) == typeof(DateTimeOffset) ? TimeZoneInfo.ConvertTime(moment, scope.Zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture) : null;
        return null;
    }

    bool IsDay(string kind, string field) => CustomFieldDefinition.NameIn(field) is { } own
        ? registry.Kind(kind) is { } declared && scope.CustomFields(declared.Type).Find(own)?.Type == CustomFieldType.Date
        : TypeOf(kind, field) == typeof(DateOnly);

    Type? TypeOf(string kind, string field)
    {
        var dot = field.LastIndexOf('.');
        var row = dot < 0
            ? registry.Kind(kind) is { } declared ? model.FindEntityType(declared.Type) : null
            : model.GetEntityTypes().FirstOrDefault(known => string.Equals(known.GetTableName(), field[..dot], StringComparison.Ordinal));
        var type = row?.GetProperties().FirstOrDefault(property => string.Equals(HeliosJson.NameOf(property.Name), field[(dot + 1)..], StringComparison.Ordinal))?.ClrType;
        return type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
    }
}
