using System.Diagnostics.CodeAnalysis;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Filtering;

/// <summary>What reading a filter, a sort or a cursor gives: a value, or what is wrong, all at once.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class FilterResult<T>
{
    FilterResult(T? value, IReadOnlyList<FilterProblem> problems)
    {
        Value = value;
        Problems = problems;
    }

    /// <summary>The value; null when there are problems.</summary>
    public T? Value { get; }

    /// <summary>What is wrong, in the order of the text; empty on success.</summary>
    public IReadOnlyList<FilterProblem> Problems { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Problems.Count == 0;

    public static implicit operator FilterResult<T>(T value) => new(value, []);

    public static implicit operator FilterResult<T>(FilterProblem problem) => new(default, [problem]);

    public static implicit operator FilterResult<T>(List<FilterProblem> problems) => new(default, problems);

    /// <summary>The refusal that a query gives back.</summary>
    /// <param name="field">The input field that held the text, such as <c>q</c>.</param>
    public Problem Refusal(string field) => Problem.Invalid([.. Problems.Select(problem => new FieldProblem(field, problem.Text) { Position = problem.Position, Length = problem.Length })]);

    /// <summary>The value, or an exception where a problem would be a bug (a filter that the code itself wrote).</summary>
    public T Expect() => Succeeded ? Value : throw new InvalidOperationException(Problems[0].Text);
}
