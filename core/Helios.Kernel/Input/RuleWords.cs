using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Helios.Kernel.Input;

/// <summary>The sentences of the rules on a record's fields, where the record gives none of its own.</summary>
static class RuleWords
{
    /// <summary>What is wrong when this rule is broken, and what to do.</summary>
    public static string Of(ValidationAttribute rule, ValidationResult broken, object? value) => rule switch
    {
        { ErrorMessageResourceName: not null } => Own(broken),
        EmailAddressAttribute => "Give a mail address such as ada@example.com.",
        UrlAttribute => "Give an address that begins with https:// or http://.",
        { ErrorMessage: not null } => Own(broken),
        RequiredAttribute => "This is needed.",
        StringLengthAttribute { MinimumLength: 0 } length => Say($"Use at most {length.MaximumLength} characters."),
        StringLengthAttribute length => Say($"Use {length.MinimumLength} to {length.MaximumLength} characters."),
        LengthAttribute length => Say($"Give {length.MinimumLength} to {length.MaximumLength} {Units(value)}."),
        MaxLengthAttribute length => Say($"Give at most {length.Length} {Units(value)}."),
        MinLengthAttribute length => Say($"Give at least {length.Length} {Units(value)}."),
        RangeAttribute range => Say($"Give a value from {range.Minimum} to {range.Maximum}."),
        AllowedValuesAttribute allowed => $"Give one of {string.Join(", ", allowed.Values)}.",
        RegularExpressionAttribute => "This does not have the form that is needed here.",
        _ => Own(broken),
    };

    static string Own(ValidationResult broken) => broken.ErrorMessage ?? "This is not as it must be.";

    static string Units(object? value) => value is IEnumerable and not string ? "entries" : "characters";

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
