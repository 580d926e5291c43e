using System.Text.RegularExpressions;
using Helios.Tests.Architecture;

namespace Helios.Tests.Docs;

/// <summary>The guides and the source, as files.</summary>
static partial class Guides
{
    static readonly string[] Rooms = ["core", "modules", "host", "web", "tests", "docs"];

    /// <summary>Every guide: the Markdown files beside the source and below docs.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.EnumerateFiles(Tree.Root, "*.md"), .. Directory.EnumerateFiles(Path.Combine(Tree.Root, "docs"), "*.md", SearchOption.AllDirectories)];

    /// <summary>Every file of ours that holds code.</summary>
    public static IReadOnlyList<string> Source { get; } =
        [.. Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Tree.Root, room), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))];

    /// <summary>The text of a file named from the root.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(Tree.Root, name));

    /// <summary>What stands between backticks inside lines; blocks of code are left out.</summary>
    public static IEnumerable<string> Marked(string guide) => Ticks().Matches(Blocks().Replace(guide, "")).Select(match => match.Groups["text"].Value);

    /// <summary>The blocks of code in a language.</summary>
    public static IEnumerable<string> BlocksOf(string guide, string language) =>
        Blocks().Matches(guide).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value);

    /// <summary>Where links lead; blocks of code are left out.</summary>
    public static IEnumerable<string> Links(string guide) => Targets().Matches(Blocks().Replace(guide, "")).Select(match => match.Groups["target"].Value);

    [GeneratedRegex("`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ticks();

    [GeneratedRegex(@"^[ ]*```(?<language>\w*)\n(?<code>.*?)^[ ]*```[ ]*$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Targets();
}
