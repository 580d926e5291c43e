using System.Globalization;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Web.Rest;

/// <summary>What the door has to know of a result: its version, its key, and whether it is a list.</summary>
sealed class ResultShape
{
    /// <summary>The name of a list's items on the wire.</summary>
    public const string ItemsName = "items";

    public ResultShape(Type result)
    {
        Contract = RecordContract.Of(result);
        IsNothing = result == typeof(Nothing);
        if (Contract.Field(ItemsName) is { Shape: { Kind: ValueKind.List, Element: { Kind: ValueKind.Record } element } })
            Items = RecordContract.Of(element.Bare);
        Selectable = [.. (Items ?? Contract).Fields.Select(field => field.Name)];
    }

    public RecordContract Contract { get; }

    /// <summary>Whether there is nothing to tell: 204.</summary>
    public bool IsNothing { get; }

    /// <summary>The contract of a list's items; null when the result is no list.</summary>
    public RecordContract? Items { get; }

    /// <summary>The names that <c>?fields=</c> may ask for.</summary>
    public IReadOnlyList<string> Selectable { get; }

    public bool HasVersion => Contract.Field("version") is { Shape.Kind: ValueKind.WholeNumber };

    public bool HasKey => Contract.Field("key") is { Shape.Kind: ValueKind.Text };

    /// <summary>The entity tag of a result with a version, or null.</summary>
    public string? EntityTag(object result) =>
        HasVersion && Contract.Field("version")!.Read!(result) is { } version ? string.Create(CultureInfo.InvariantCulture, $"\"{version}\"") : null;

    /// <summary>The key of a result that has one, or null.</summary>
    public string? Key(object result) => HasKey ? (string?)Contract.Field("key")!.Read!(result) : null;
}
