using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>Reads the filter language: <c>status:open priority>=high -tag:vip "paper jam" (a:b OR c:d)</c>.</summary>
/// <remarks>It knows the grammar only; fields and values are checked against a list's <see cref="FilterFields{T}"/>. Any text gives a tree or a problem, never an exception.</remarks>
public sealed class FilterParser
{
    readonly string text;
    int at;
    int terms;
    int depth;
    FilterProblem? problem;

    FilterParser(string text) => this.text = text;

    /// <summary>The tree of a filter text; an empty or missing text is <see cref="FilterNode.Everything"/>.</summary>
    public static FilterResult<FilterNode> Parse(string? text) => new FilterParser(text ?? "").Read();

    FilterResult<FilterNode> Read()
    {
        if (text.Length > FilterLimits.Characters)
            return new FilterProblem(FilterLimits.Characters, text.Length - FilterLimits.Characters, null, FilterSentences.TooLong(text.Length));
        if (FilterScanner.Unreadable(text) is var (place, length))
            return new FilterProblem(place, length, null, FilterSentences.Unreadable);
        FilterScanner.SkipSpace(text, ref at);
        if (at == text.Length)
            return FilterNode.Everything;
        var tree = ReadAny();
        if (problem is null && at < text.Length)
            Fail(at, 1, null, FilterSentences.NotOpened);
        return problem is null ? tree : problem;
    }

    FilterNode ReadAny()
    {
        List<FilterNode> choices = [ReadAll()];
        while (problem is null && TakeKeyword("OR"))
            choices.Add(ReadAll());
        return FilterNode.Any(choices);
    }

    FilterNode ReadAll()
    {
        List<FilterNode> all = [];
        while (problem is null && !IsAtEnd())
        {
            if (all.Count > 0)
                TakeKeyword("AND");
            all.Add(ReadTerm());
            FilterScanner.SkipSpace(text, ref at);
        }

        if (all.Count == 0)
            Fail(at, 0, null, FilterSentences.TermMissing(text, at));
        return FilterNode.All(all);
    }

    bool IsAtEnd()
    {
        FilterScanner.SkipSpace(text, ref at);
        return at == text.Length || text[at] == ')' || IsKeywordHere("OR");
    }

    FilterNode ReadTerm()
    {
        FilterScanner.SkipSpace(text, ref at);
        if (at == text.Length || text[at] == ')' || IsKeywordHere("OR") || IsKeywordHere("AND"))
            return Fail(at, 0, null, FilterSentences.TermMissing(text, at));
        if (text[at] == '(')
            return ReadGroup();
        if (IsKeywordHere("NOT"))
            return ReadNegation(3);
        if (text[at] != '-')
            return ReadAtom();
        if (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))
            return Fail(at, 1, null, FilterSentences.LoneMinus);
        return ReadNegation(1);
    }

    FilterNode ReadNegation(int length)
    {
        if (!Deeper())
            return FilterNode.Everything;
        at += length;
        var term = ReadTerm();
        depth--;
        return FilterNode.Except(term);
    }

    FilterNode ReadGroup()
    {
        var open = at;
        if (!Deeper())
            return FilterNode.Everything;
        at++;
        var group = ReadAny();
        depth--;
        if (problem is not null)
            return group;
        if (at == text.Length)
            return Fail(open, 1, null, FilterSentences.NotClosed);
        at++;
        return group;
    }

    bool Deeper()
    {
        if (depth == FilterLimits.Depth)
            Fail(at, 1, null, FilterSentences.TooDeep);
        else
            depth++;
        return problem is null;
    }

    FilterNode ReadAtom()
    {
        var start = at;
        if (++terms > FilterLimits.Terms)
            return Fail(start, text.Length - start, null, FilterSentences.TooMany);
        if (text[at] == '"')
            return ReadQuoted() is { } phrase ? new FilterWords([phrase]) : FilterNode.Everything;
        if (FilterText.IsOperator(text[at]))
            return Fail(start, 1, null, FilterSentences.FieldMissing);
        if (FilterScanner.FieldLength(text, at) is var length and > 0)
            return ReadCondition(length);
        return new FilterWords([FilterScanner.BareWord(text, ref at)]);
    }

    FilterNode ReadCondition(int length)
    {
        var start = at;
        var field = text.Substring(start, length).ToLowerInvariant();
        at += length;
        var symbol = at;
        if (FilterScanner.Operator(text, ref at) is not { } comparison)
            return Fail(symbol, 1, field, FilterSentences.BareExclamation(field));
        var written = text[start..at];
        List<FilterValue> values = [];
        do
        {
            if (values.Count == FilterLimits.Terms)
                return Fail(at, 0, field, FilterSentences.TooManyValues);
            if (ReadValue(field, written) is not { } value)
                return FilterNode.Everything;
            values.Add(value);
        }
        while (Take(','));
        return new FilterCondition(field, comparison, values) { Position = start, Length = at - start };
    }

    FilterValue? ReadValue(string field, string written)
    {
        if (at < text.Length && text[at] == '"')
            return ReadQuoted();
        var value = FilterScanner.BareValue(text, ref at);
        if (value.Length > 0)
            return value;
        Fail(at, 0, field, FilterSentences.ValueMissing(written, isSpace: at < text.Length && char.IsWhiteSpace(text[at])));
        return null;
    }

    FilterValue? ReadQuoted()
    {
        var start = at;
        var content = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                if (content.Length == 0)
                    Fail(start, 2, null, FilterSentences.EmptyQuotes);
                return problem is null ? new FilterValue(content.ToString(), start, at - start) : null;
            }

            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\')
                at++;
            content.Append(text[at]);
        }

        Fail(start, text.Length - start, null, FilterSentences.QuoteNotClosed);
        return null;
    }

    bool IsKeywordHere(string keyword) => FilterScanner.IsKeyword(text, at, keyword);

    bool TakeKeyword(string keyword)
    {
        FilterScanner.SkipSpace(text, ref at);
        if (!IsKeywordHere(keyword))
            return false;
        at += keyword.Length;
        return true;
    }

    bool Take(char letter)
    {
        if (at == text.Length || text[at] != letter)
            return false;
        at++;
        return true;
    }

    FilterNode Fail(int position, int length, string? field, string sentence)
    {
        problem ??= new FilterProblem(position, length, field, sentence);
        return FilterNode.Everything;
    }
}
