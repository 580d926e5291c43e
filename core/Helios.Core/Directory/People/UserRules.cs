using Helios.Kernel.Problems;

namespace Helios.Core.Directory.People;

/// <summary>Rules between the fields of a person.</summary>
static class UserRules
{
    /// <summary>Nobody leaves before he comes.</summary>
    public static IEnumerable<FieldProblem> Days(DateOnly? startsOn, DateOnly? endsOn)
    {
        if (startsOn > endsOn)
            yield return new FieldProblem("endsOn", "The last day is before the first one. Correct one of them.");
    }
}
