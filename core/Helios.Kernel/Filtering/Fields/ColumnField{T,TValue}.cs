using System.Linq.Expressions;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>A field over one column whose written values each stand for a stored one (or several, for a group).</summary>
abstract class ColumnField<T, TValue>(FilterFieldInfo info, Column<TValue> column) : FilterField<T>(info with { Columns = [column.Name] })
    where T : class
    where TValue : notnull
{
    protected const string None = "none";

    protected Column<TValue> Column => column;

    public override Expression Compile(FilterCondition condition, FilterCompiler<T> compiler)
    {
        List<TValue> values = [];
        var isEmpty = false;
        Expression? failed = null;
        foreach (var written in condition.Values)
        {
            if (MeansEmpty(written.Text))
                isEmpty = true;
            else if (Read(written.Text, compiler.Context, values) is { } sentence)
                failed = compiler.Fail(condition, written, sentence);
        }

        if (failed is not null)
            return failed;
        if (condition.Operator is FilterOperator.Equal or FilterOperator.NotEqual)
            return OneOf(condition.Operator, values, isEmpty);
        return values.Count == 1 && !isEmpty
            ? column.Compare(condition.Operator, values[0])
            : compiler.Fail(condition, FilterSentences.WrongOperator(condition.Field, condition.Operator, Equality));
    }

    /// <summary>Adds what the text stands for, or says what is wrong with it.</summary>
    protected abstract string? Read(string text, FilterContext context, List<TValue> values);

    protected virtual bool MeansEmpty(string text) => column.IsNullable && text.Equals(None, StringComparison.OrdinalIgnoreCase);

    Expression OneOf(FilterOperator comparison, List<TValue> values, bool isEmpty)
    {
        if (comparison is FilterOperator.NotEqual && values.Count == 1 && !isEmpty)
            return column.Compare(FilterOperator.NotEqual, values[0]);
        var any = values.Count == 0 ? column.IsEmpty() : column.In([.. values.Distinct().Order()]);
        if (isEmpty && values.Count > 0)
            any = Expression.OrElse(any, column.IsEmpty());
        return comparison is FilterOperator.Equal ? any : Expression.Not(any);
    }
}
