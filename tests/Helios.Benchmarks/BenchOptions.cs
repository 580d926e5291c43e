using System.Globalization;
using Helios.Kernel.Installations;

namespace Helios.Benchmarks;

/// <summary>What is to be filled and for how long each path is measured.</summary>
sealed record BenchOptions
{
    public const string Help =
        """
        ./helios bench [options]
          --tickets N         tickets of the measured organization (default 1000000)
          --people N          its people (default 20000)
          --organizations N   organizations of the installation (default 50)
          --seconds N         length of each measurement (default 10)
          --warm-up N         seconds before it, since the first ones cost three times as much (default 10)
          --data DIR          the data folder; what it was filled with is used again when it fits
          --only A,B          of: machine start list page search assign list-api create
                              bulk import export weight memory crash backup
          --fresh             fill anew
          --discard           remove the data folder afterwards
        """;

    static readonly string[] Numbers = ["--tickets", "--people", "--organizations", "--seconds", "--warm-up"];

    public int Tickets { get; init; } = 1_000_000;

    public int People { get; init; } = 20_000;

    public int Organizations { get; init; } = 50;

    public TimeSpan Span { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(10);

    public string Folder { get; init; } = DefaultFolder;

    /// <summary>The parts to measure; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    public bool IsFresh { get; init; }

    public bool IsDiscarded { get; init; }

    /// <summary>Lies beside the data folder: whoever copies the data must not get its key.</summary>
    public string RootKey => Folder + ".rootkey";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="InstallationException">A word of it is wrong; the message says which.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> words)
    {
        var options = new BenchOptions();
        for (var i = 0; i < words.Count; i++)
        {
            var name = words[i];
            var value = () => ++i < words.Count ? words[i] : throw Mistake($"The option {name} needs a value.");
            options = name switch
            {
                "--fresh" => options with { IsFresh = true },
                "--discard" => options with { IsDiscarded = true },
                "--data" => options with { Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(value())) },
                "--only" => options with { Only = value().Split(',', StringSplitOptions.RemoveEmptyEntries) },
                _ when Numbers.Contains(name, StringComparer.Ordinal) => options.With(name, Number(name, value())),
                _ => throw Mistake($"There is no option {name}."),
            };
        }

        if (options.People < 100 || options.Tickets < 1000 || options.Organizations < 1 || options.Span <= TimeSpan.Zero)
            throw Mistake("At least 1000 tickets, 100 people, 1 organization and 1 second.");
        return options;
    }

    /// <summary>Whether a part is to be measured.</summary>
    public bool Wants(string part) => Only.Count == 0 || Only.Contains(part, StringComparer.Ordinal);

    BenchOptions With(string name, int number) => name switch
    {
        "--tickets" => this with { Tickets = number },
        "--people" => this with { People = number },
        "--organizations" => this with { Organizations = number },
        "--seconds" => this with { Span = TimeSpan.FromSeconds(number) },
        _ => this with { WarmUp = TimeSpan.FromSeconds(number) },
    };

    static int Number(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Mistake($"{text} is no number for {name}.");

    static InstallationException Mistake(string what) => new(what, "./helios bench --help lists the options.") { ExitCode = 2 };

    static string DefaultFolder => Environment.IsPrivilegedProcess
        ? "/var/lib/helios-bench"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "helios-bench");
}
