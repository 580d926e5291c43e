using System.Linq.Expressions;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>One field of a list's filter: what it is called and how its conditions become SQL.</summary>
abstract class FilterField<T>(FilterFieldInfo info)
    where T : class
{
    protected static readonly IReadOnlyList<string> Equality = [":", "!="];
    protected static readonly IReadOnlyList<string> Comparison = [":", "!=", "<", "<=", ">", ">="];

    public FilterFieldInfo Info { get; private set; } = info;

    public static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    public void HideFromOthers() => Info = Info with { StaffOnly = true };

    public void TakeValuesFrom(string source) => Info = Info with { Source = source };

    /// <summary>What must be looked up before the condition can be compiled.</summary>
    public virtual IEnumerable<(string Kind, string Text)> AskedBy(FilterCondition condition) => [];

    /// <summary>The condition over the row; a value that cannot be read is told to the compiler.</summary>
    public abstract Expression Compile(FilterCondition condition, FilterCompiler<T> compiler);
}
