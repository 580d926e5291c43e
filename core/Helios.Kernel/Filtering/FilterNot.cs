using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>The term does not hold: <c>-label:vip</c>, <c>-(a:b OR c:d)</c>.</summary>
public sealed record FilterNot(FilterNode Term) : FilterNode
{
    internal override void Write(StringBuilder text)
    {
        text.Append('-');
        if (Term is FilterCondition or FilterWords { Words.Count: 1 })
            Term.Write(text);
        else
            WriteGroup(text, Term);
    }
}
