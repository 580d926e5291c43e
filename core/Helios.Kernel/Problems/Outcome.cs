using System.Diagnostics.CodeAnalysis;

namespace Helios.Kernel.Problems;

/// <summary>What a command or query gives back: a value, or a typed problem.</summary>
/// <typeparam name="T">The result record.</typeparam>
public sealed class Outcome<T>
{
    Outcome(T? value, Problem? problem)
    {
        Value = value;
        Problem = problem;
    }

    /// <summary>The result; null when <see cref="Problem"/> is set.</summary>
    public T? Value { get; }

    /// <summary>The refusal; null on success.</summary>
    public Problem? Problem { get; }

    [MemberNotNullWhen(false, nameof(Problem))]
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Problem is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    /// <summary>The same outcome with another result type.</summary>
    public Outcome<TOther> Map<TOther>(Func<T, TOther> map) => Succeeded ? map(Value) : Problem;

    /// <summary>The result, or an exception where a refusal would be a bug (start-up, tests).</summary>
    public T Expect() => Succeeded ? Value : throw new InvalidOperationException($"{Problem.Code}: {Problem.Text}");
}
