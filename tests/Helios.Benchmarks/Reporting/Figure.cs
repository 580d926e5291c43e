namespace Helios.Benchmarks.Reporting;

/// <summary>One measured figure beside its budget.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit: ms, s, /s, KB, MB.</param>
/// <param name="Budget">The limit; null where there is none.</param>
/// <param name="IsAtLeast">Whether the figure must reach the limit, rather than stay below it.</param>
/// <param name="How">The request or command.</param>
/// <param name="ServerCost">Processor time of the server for one request, in ms; null where that says nothing.</param>
/// <param name="DatabaseCost">The same of PostgreSQL.</param>
sealed record Figure(string What, double Value, string Unit, double? Budget, bool IsAtLeast, string How, double? ServerCost, double? DatabaseCost)
{
    public bool? IsMet => Budget is not { } limit ? null : IsAtLeast ? Value > limit : Value < limit;
}
