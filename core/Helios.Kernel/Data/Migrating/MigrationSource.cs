using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Helios.Kernel.Data.Migrating;

/// <summary>The steps of one module, in order of their numbers.</summary>
public sealed partial record MigrationSource(string Module, IReadOnlyList<MigrationFile> Files)
{
    /// <summary>The SQL files that an assembly embeds as <c>….Migrations.NNNN_name.sql</c>.</summary>
    public static MigrationSource Of(string module, Assembly assembly)
    {
        List<MigrationFile> files = [];
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (FileName().Match(resource) is not { Success: true } match)
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            files.Add(new MigrationFile(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["name"].Value, reader.ReadToEnd()));
        }

        return new MigrationSource(module, [.. files.OrderBy(file => file.Number)]);
    }

    [GeneratedRegex(@"\.Migrations\.(?<number>[0-9]{4})_(?<name>[a-z0-9_]+)\.sql$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
