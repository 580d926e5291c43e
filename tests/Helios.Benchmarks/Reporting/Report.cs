using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helios.Benchmarks.Measuring;

namespace Helios.Benchmarks.Reporting;

/// <summary>Collects figures, prints each as it comes and all of them at the end.</summary>
sealed class Report(TextWriter output)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    readonly List<Figure> figures = [];

    public void Below(string what, double value, string unit, double? budget, string how, Sample? sample = null) => Add(what, value, unit, budget, isAtLeast: false, how, sample);

    public void Above(string what, double value, string unit, double? budget, string how, Sample? sample = null) => Add(what, value, unit, budget, isAtLeast: true, how, sample);

    public void Say(string line) => output.WriteLine(line);

    /// <summary>The table of everything.</summary>
    public void Print()
    {
        output.WriteLine();
        output.WriteLine($"{"what",-58} {"budget",12} {"measured",12}   verdict   {"CPU ms, server+database",24}   how");
        foreach (var figure in figures)
            output.WriteLine(Line(figure));
        var missed = figures.Count(figure => figure.IsMet == false);
        output.WriteLine(missed == 0 ? "Every budget is met." : string.Create(CultureInfo.InvariantCulture, $"{missed} of {figures.Count(figure => figure.Budget is not null)} budgets are missed."));
    }

    /// <summary>All figures with their conditions, for programs.</summary>
    public void Write(string path, object conditions) =>
        File.WriteAllText(path, JsonSerializer.Serialize(new { conditions, figures }, Json));

    void Add(string what, double value, string unit, double? budget, bool isAtLeast, string how, Sample? sample)
    {
        var figure = new Figure(what, Round(value), unit, budget, isAtLeast, how, Cost(sample?.ServerCost), Cost(sample?.DatabaseCost));
        figures.Add(figure);
        output.WriteLine(Line(figure));
    }

    static string Line(Figure figure)
    {
        var budget = figure.Budget is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{(figure.IsAtLeast ? ">" : "<")} {limit:#,0.##} {figure.Unit}") : "";
        var value = string.Create(CultureInfo.InvariantCulture, $"{figure.Value:#,0.##} {figure.Unit}");
        var verdict = figure.IsMet switch { true => "ok", false => "MISSED", null => "" };
        var cost = figure.ServerCost is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{figure.ServerCost:0.00}+{figure.DatabaseCost:0.00}");
        return $"{figure.What,-58} {budget,12} {value,12}   {verdict,-7}   {cost,24}   {figure.How}";
    }

    static double? Cost(double? value) => value is { } cost && double.IsFinite(cost) ? Math.Round(cost, 3) : null;

    static double Round(double value) => Math.Round(value, value < 100 ? 2 : 0);
}
