namespace Helios.Kernel.Data;

/// <summary>Names and texts as SQL wants them.</summary>
static class Quoted
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
