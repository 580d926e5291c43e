using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Input;

/// <summary>What an input record's attributes and references say, read once for each record.</summary>
public sealed class InputRules
{
    static readonly ConcurrentDictionary<Type, InputRules> Known = new();

    readonly List<FieldRules> fields;

    InputRules(Type type)
    {
        var parameters = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault()?.GetParameters() ?? [];
        fields = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => new FieldRules(property, Array.Find(parameters, parameter => string.Equals(parameter.Name, property.Name, StringComparison.Ordinal))))];
        References = [.. fields.Where(field => field.IsReference).OrderByDescending(field => field.IsTarget)];
        Rows = [.. fields.Where(field => field.IsRow || field.IsRowList)];
        CustomFields = Array.Find(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), property => typeof(ICustomFieldInput).IsAssignableFrom(property.PropertyType));
    }

    /// <summary>The fields that hold references, in the order of the record; the target first.</summary>
    internal IReadOnlyList<FieldRules> References { get; }

    /// <summary>The fields that hold references to rows without a page.</summary>
    internal IReadOnlyList<FieldRules> Rows { get; }

    /// <summary>The property that holds custom fields, or null.</summary>
    internal PropertyInfo? CustomFields { get; }

    /// <summary>The rules of an input record.</summary>
    public static InputRules Of(Type input) => Known.GetOrAdd(input, type => new InputRules(type));

    /// <summary>Every broken rule of this input, all at once; empty when it is fine.</summary>
    public IReadOnlyList<FieldProblem> Broken(object input)
    {
        List<FieldProblem> broken = [.. fields.SelectMany(field => field.Broken(input))];
        if (broken.Count == 0 && input is IChecked rules)
            broken.AddRange(rules.Check());
        return broken;
    }

    /// <summary>The broken rules of one field, for inputs that cannot be made as a whole.</summary>
    internal IEnumerable<FieldProblem> Broken(string field, object? value) =>
        fields.Find(known => string.Equals(known.Name, field, StringComparison.Ordinal))?.BrokenBy(value, new object()) ?? [];

    /// <summary>One property of an input.</summary>
    internal sealed class FieldRules
    {
        readonly PropertyInfo property;
        readonly ValidationAttribute[] attributes;

        public FieldRules(PropertyInfo property, ParameterInfo? parameter)
        {
            this.property = property;
            Name = HeliosJson.NameOf(property.Name);
            attributes = [.. property.GetCustomAttributes<ValidationAttribute>().Concat(parameter?.GetCustomAttributes<ValidationAttribute>() ?? []).OrderBy(rule => rule switch { RequiredAttribute => 0, RegularExpressionAttribute => 2, _ => 1 })];
            IsTarget = property.IsDefined(typeof(Commands.TargetAttribute)) || (parameter?.IsDefined(typeof(Commands.TargetAttribute)) ?? false);
            var type = Unwrapped(property.PropertyType);
            IsReference = typeof(IEntityRef).IsAssignableFrom(type) || ElementOf(type) is { } element && typeof(IEntityRef).IsAssignableFrom(element);
            IsRow = typeof(IRowRef).IsAssignableFrom(type);
            IsRowList = ElementOf(type) is { } row && typeof(IRowRef).IsAssignableFrom(row);
        }

        public string Name { get; }

        public bool IsTarget { get; }

        public bool IsReference { get; }

        public bool IsRow { get; }

        public bool IsRowList { get; }

        /// <summary>The references that the field holds: none, one, or those of a list.</summary>
        public IEnumerable<IEntityRef> ReferencesIn(object input)
        {
            var value = ValueOf(input);
            return value switch
            {
                IEntityRef one => [one],
                IEnumerable<IEntityRef> many => many,
                _ => [],
            };
        }

        /// <summary>The row references that the field holds: none, one, or those of a list.</summary>
        public IEnumerable<IRowRef> RowsIn(object input) => ValueOf(input) switch
        {
            IRowRef one => [one],
            IEnumerable<IRowRef> many => many,
            _ => [],
        };

        public IEnumerable<FieldProblem> Broken(object input)
        {
            if (property.GetValue(input) is IOptional { IsPresent: false })
                yield break;
            var value = ValueOf(input);
            if (HoldsNul(value))
                yield return new FieldProblem(Name, InputWords.Unstorable);
            foreach (var problem in BrokenBy(value, input))
                yield return problem;
        }

        public IEnumerable<FieldProblem> BrokenBy(object? value, object input)
        {
            var context = new ValidationContext(input) { MemberName = property.Name, DisplayName = Name };
            var isTooLong = false;
            foreach (var attribute in attributes)
            {
                // A pattern over a text without end could run for ever.
                if ((isTooLong && attribute is RegularExpressionAttribute) || Broken(attribute, value, context) is not { } broken)
                    continue;
                isTooLong |= attribute is StringLengthAttribute or MaxLengthAttribute or LengthAttribute;
                yield return new FieldProblem(Name, RuleWords.Of(attribute, broken, value));
                // What is missing breaks no other rule.
                if (attribute is RequiredAttribute)
                    yield break;
            }
        }

        static ValidationResult? Broken(ValidationAttribute attribute, object? value, ValidationContext context)
        {
            try
            {
                return attribute.GetValidationResult(value, context);
            }
            catch (RegexMatchTimeoutException)
            {
                return new ValidationResult(attribute.ErrorMessage);
            }
        }

        /// <summary>PostgreSQL refuses it in text, and no person means it.</summary>
        static bool HoldsNul(object? value) => value switch
        {
            string text => text.Contains('\0', StringComparison.Ordinal),
            IEnumerable<string> texts => texts.Any(HoldsNul),
            IEntityRef reference => HoldsNul(reference.Text),
            IEnumerable<IEntityRef> references => references.Any(HoldsNul),
            _ => false,
        };

        static Type Unwrapped(Type type) =>
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : type;

        static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GetGenericArguments()[0] : null;

        object? ValueOf(object input) => property.GetValue(input) is IOptional optional ? optional.Content : property.GetValue(input);
    }
}
