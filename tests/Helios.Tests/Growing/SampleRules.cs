namespace Helios.Tests.Growing;

/// <summary>Each command and query has an input that succeeds, generated from its record and its recipe.</summary>
static class SampleRules
{
    public static async Task<List<string>> Violations(GrowingHouse house, IEnumerable<Declared> everything, bool isFull)
    {
        List<string> violations = [];
        var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
        foreach (var declared in everything)
        {
            var outcome = await Samples.Run(sampler, declared, isFull && declared.IsCommand);
            if (!outcome.Succeeded)
                violations.Add(Samples.Complaint(declared, outcome.Problem));
        }

        return violations;
    }
}
