using System.Linq.Expressions;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>Turns a condition on rows of values into the same on the JSON column of the kind's own table.</summary>
static class CustomFieldColumn
{
    /// <summary>Whether the field of the row has a value for which the condition holds.</summary>
    public static Expression Holds(Expression<Func<CustomFieldValueRow, bool>> condition, CustomFieldDefinition field, Expression row)
    {
        var values = Expression.Property(row, nameof(Entity.CustomFields));
        var name = Expression.Constant(field.ApiName);
        var isThere = Expression.NotEqual(Expression.Call(typeof(HeliosDb), nameof(HeliosDb.CustomText), null, values, name), Expression.Constant(null, typeof(string)));
        var body = new Replace(condition.Parameters[0], part => Expression.Call(typeof(HeliosDb), FunctionOf(part, field.Type), null, values, name)).Visit(condition.Body);
        return body is ConstantExpression { Value: true } ? isThere : Expression.AndAlso(isThere, body);
    }

    static string FunctionOf(string column, CustomFieldType type) => (column, type) switch
    {
        (nameof(CustomFieldValueRow.Text), CustomFieldType.CheckBox) => nameof(HeliosDb.CustomFlag),
        (nameof(CustomFieldValueRow.Text), CustomFieldType.Text or CustomFieldType.Link) => nameof(HeliosDb.CustomKey),
        (nameof(CustomFieldValueRow.Text), _) => nameof(HeliosDb.CustomText),
        (nameof(CustomFieldValueRow.Number), _) => nameof(HeliosDb.CustomNumber),
        (nameof(CustomFieldValueRow.Day), _) => nameof(HeliosDb.CustomDay),
        (nameof(CustomFieldValueRow.Reference), _) => nameof(HeliosDb.CustomReference),
        _ => throw new InvalidOperationException($"No custom field is filtered by {column}."),
    };

    sealed class Replace(ParameterExpression row, Func<string, Expression> with) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) => node.Expression == row ? with(node.Member.Name) : base.VisitMember(node);
    }
}
