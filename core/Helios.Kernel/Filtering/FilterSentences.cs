namespace Helios.Kernel.Filtering;

/// <summary>What the filter language says to people when it cannot read something.</summary>
static class FilterSentences
{
    public const string Unreadable = "The filter holds a control character, which no text can hold. Remove it.";
    public const string NotOpened = "This closing parenthesis has no opening one. Remove it, or put it in quotation marks to search for it.";
    public const string NotClosed = "This parenthesis is not closed. Add “)” where the group ends.";
    public const string QuoteNotClosed = "This quotation mark is not closed. Add “\"” where the text ends.";
    public const string EmptyQuotes = "There is nothing between the quotation marks. Write a text in them, or remove them.";
    public const string LoneMinus = "A minus sign leaves out what stands right behind it. Remove the space, or remove the sign.";
    public const string FieldMissing = "A field's name is missing before this sign. Write one, such as status:open, or put the text in quotation marks to search for it.";
    public const string BadCursor = "This page marker does not belong to this filter and sort, or is incomplete. Leave it away to begin with the first page.";
    public const string NoWords = "This list cannot be searched by free words. Name a field, such as status:open.";

    public static readonly string TooMany = $"A filter has at most {FilterLimits.Terms} conditions and words. Remove some.";
    public static readonly string TooManyValues = $"A list has at most {FilterLimits.Terms} values. Remove some.";
    public static readonly string TooDeep = $"Parentheses and minus signs stand at most {FilterLimits.Depth} deep in each other. Make the filter simpler.";

    public static string TooLong(int length) => $"The filter has {length:N0} characters; at most {FilterLimits.Characters:N0} are read. Make it shorter.";

    public static string TermMissing(string text, int at) => at < text.Length && text[at] == ')'
        ? "Something is missing before this parenthesis. Write a condition, such as status:open, or remove the parentheses."
        : "A condition is missing here. Write one, such as status:open, or put AND, OR and NOT in quotation marks to search for them.";

    public static string BareExclamation(string field) => $"Write {field}!= to leave a value out.";

    public static string ValueMissing(string written, bool isSpace) => isSpace
        ? $"Write the value right behind “{written}”, without a space; a value with spaces stands in quotation marks."
        : $"A value is missing behind “{written}”.";

    public static string UnknownField(string field, IReadOnlyCollection<string> known)
    {
        var way = Spelling.Nearest(field, known) is { } near ? $"Did you mean “{near}”?" : $"Known fields: {string.Join(", ", known)}.";
        return $"There is no field “{field}”. {way} To search for the text itself, put it in quotation marks.";
    }

    public static string UnknownValue(string field, string value, IReadOnlyCollection<string> known)
    {
        var near = Spelling.Nearest(value, known) is { } one ? $" Did you mean “{one}”?" : "";
        return $"“{field}” has no value “{value}”.{near} Allowed: {string.Join(", ", known)}.";
    }

    public static string WrongOperator(string field, FilterOperator comparison, IEnumerable<string> symbols) =>
        $"“{field}” cannot be compared with “{FilterText.Symbol(comparison)}”. Use {string.Join(" ", symbols)}";

    public static string OneValue(string field, FilterOperator comparison) =>
        $"“{FilterText.Symbol(comparison)}” compares “{field}” with one value. Keep one, or use “{field}:” with several.";

    public static string UnknownSort(string name, IReadOnlyCollection<string> known)
    {
        var near = Spelling.Nearest(name, known) is { } one ? $" Did you mean “{one}”?" : "";
        return $"This list cannot be sorted by “{name}”.{near} Sort by {string.Join(", ", known)}; with “-” in front the largest come first.";
    }
}
