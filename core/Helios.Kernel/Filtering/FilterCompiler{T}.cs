using System.Linq.Expressions;

namespace Helios.Kernel.Filtering;

/// <summary>Turns a tree into a predicate and gathers what is wrong on the way.</summary>
sealed class FilterCompiler<T>(FilterFields<T> fields, FilterContext context, ParameterExpression row)
    where T : class
{
    static readonly Expression True = Expression.Constant(true);

    readonly List<FilterProblem> problems = [];

    public FilterContext Context => context;

    /// <summary>The row that the conditions speak of.</summary>
    public ParameterExpression Row => row;

    public FilterResult<Expression<Func<T, bool>>> Compile(FilterNode tree)
    {
        var body = Build(tree);
        return problems.Count > 0 ? problems.OrderBy(problem => problem.Position).ToList() : Expression.Lambda<Func<T, bool>>(body, row);
    }

    /// <summary>Notes a problem; what it returns stands in for the condition that cannot be built.</summary>
    public Expression Fail(FilterCondition condition, string sentence) =>
        Fail(condition.Position, condition.Length, condition.Field, sentence);

    /// <summary>Notes a problem with one value of a condition.</summary>
    public Expression Fail(FilterCondition condition, FilterValue value, string sentence) =>
        Fail(value.Position, value.Length, condition.Field, sentence);

    /// <summary>Notes a problem that another compiler found.</summary>
    public Expression Fail(FilterProblem problem)
    {
        problems.Add(problem);
        return True;
    }

    /// <summary>A feature's own condition over this compiler's row.</summary>
    public Expression Adopt(Expression<Func<T, bool>> condition) =>
        new Rename(condition.Parameters[0], row).Visit(condition.Body);

    Expression Build(FilterNode node) => node switch
    {
        FilterAnd and => BuildAll(and),
        FilterOr or => or.Terms.Select(Build).Aggregate(Expression.OrElse),
        FilterNot not => Expression.Not(Build(not.Term)),
        FilterWords words => BuildWords(words.Words),
        FilterCondition condition => BuildCondition(condition),
        _ => throw new InvalidOperationException($"A filter tree has no {node.GetType().Name}."),
    };

    /// <summary>The words of one AND go to the search together, wherever they stand between the conditions.</summary>
    Expression BuildAll(FilterAnd and)
    {
        Expression? all = null;
        foreach (var term in and.Terms.Where(term => term is not FilterWords))
            all = Both(all, Build(term));
        List<FilterValue> words = [.. and.Terms.OfType<FilterWords>().SelectMany(term => term.Words)];
        if (words.Count > 0)
            all = Both(all, BuildWords(words));
        return all ?? True;
    }

    Expression BuildWords(IReadOnlyList<FilterValue> words)
    {
        if (fields.WordSearch is { } search)
            return Adopt(search([.. words.Select(word => word.Text)], context));
        return Fail(words[0].Position, words[0].Length, null, FilterSentences.NoWords);
    }

    Expression BuildCondition(FilterCondition condition)
    {
        if (fields.Find(condition.Field, context) is not { } field)
            return Fail(condition.Position, condition.Field.Length, condition.Field, FilterSentences.UnknownField(condition.Field, [.. fields.For(context.Actor, context.CustomFields).Select(info => info.Name)]));
        var symbol = FilterText.Symbol(condition.Operator);
        if (!field.Info.Operators.Contains(symbol, StringComparer.Ordinal))
            return Fail(condition, FilterSentences.WrongOperator(condition.Field, condition.Operator, field.Info.Operators));
        if (condition.Values.Count > 1 && condition.Operator is not (FilterOperator.Equal or FilterOperator.NotEqual))
            return Fail(condition, FilterSentences.OneValue(condition.Field, condition.Operator));
        return field.Compile(condition, this);
    }

    Expression Fail(int position, int length, string? field, string sentence)
    {
        problems.Add(new FilterProblem(position, length, field, sentence));
        return True;
    }

    static Expression Both(Expression? one, Expression other) => one is null ? other : Expression.AndAlso(one, other);

    sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
