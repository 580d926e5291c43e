using System.Text.Json.Nodes;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Tests.Growing;

/// <summary>Whatever is sent, the answer is a sentence about a field, or the text is stored as it is. Nothing throws, and no refusal changes anything.</summary>
sealed class BadInputRules(GrowingHouse house, Snapshots snapshots)
{
    static readonly string[] WordsOfPrograms = ["Exception", "System.", "Helios.", "JSON value", "SqlState", "violates", "null reference"];

    readonly List<string> violations = [];
    string stored = "";

    /// <summary>Answers that throw, change something, or do not tell.</summary>
    public async Task<List<string>> Violations(IEnumerable<Declared> everything)
    {
        foreach (var declared in everything)
        {
            var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
            var valid = await sampler.Input(declared, isFull: false);
            foreach (var field in RecordContract.Of(declared.Input).Fields)
                foreach (var (name, json) in BadValues.For(field))
                    if (await Send(sampler, declared, field, valid, name, json))
                        valid = await sampler.Input(declared, isFull: false);
            Unknown(declared, valid);
        }

        return violations;
    }

    /// <summary>Sends one bad value; says whether the command went through, so that the next one needs a new sample.</summary>
    async Task<bool> Send(Sampler sampler, Declared declared, RecordField field, JsonObject valid, string name, string json)
    {
        var body = JsonBody.Parse(BadValues.Body(valid, field.Name, json));
        if (!body.Succeeded)
        {
            Told(body.Problem, $"{declared} with {name} in {field.Name}");
            return false;
        }

        var input = InputReader.Read(declared.Input, body.Value);
        if (!input.Succeeded)
        {
            Named(input.Problem, field.Name, $"{declared} with {name} in {field.Name}");
            return false;
        }

        return await Run(sampler, declared, field, input.Value, name);
    }

    async Task<bool> Run(Sampler sampler, Declared declared, RecordField field, object input, string name)
    {
        var what = $"{declared} with {name} in {field.Name}";
        var scope = await sampler.Actor(declared);
        var before = await snapshots.Take();
        Outcome<object> outcome;
        try
        {
            outcome = await declared.Run(house, input, scope);
        }
        catch (Exception e)
        {
            violations.Add($"{what} throws {e.GetType().Name}: {(e.InnerException ?? e).Message.Split('\n')[0]}");
            return true;
        }

        if (outcome.Succeeded)
        {
            if (declared.IsCommand && name == "an injection" && field.Shape.Kind == ValueKind.Text && !field.IsSecret && !await IsStored())
                violations.Add($"{what} succeeds and stores another text than was sent.");
            return declared.IsCommand;
        }

        if (outcome.Problem.Kind == ProblemKind.Invalid)
            Named(outcome.Problem, field.Name, what);
        Told(outcome.Problem, what);
        if (await snapshots.ChangedSince(before) is { Count: > 0 } changed)
            violations.Add($"{what} is refused and still changed {string.Join(", ", changed)}.");
        return false;
    }

    void Unknown(Declared declared, JsonObject valid)
    {
        const string Name = "no_such_field";
        var body = JsonBody.Parse(BadValues.Body(valid, Name, "1")).Expect();
        var input = InputReader.Read(declared.Input, body);
        if (input.Succeeded)
            violations.Add($"{declared} takes a field that it does not know.");
        else
            Named(input.Problem, Name, $"{declared} with an unknown field");
    }

    void Named(Problem problem, string field, string what)
    {
        if (!problem.Fields.Any(about => about.Field.Split('[', '.')[0] == field))
            violations.Add($"{what} answers “{problem.Text}”, which does not name {field}.");
        foreach (var about in problem.Fields)
            Plain(about.Text, what);
    }

    void Told(Problem problem, string what) => Plain(problem.Text, what);

    void Plain(string text, string what)
    {
        if (text.Length < 10 || !".!?".Contains(text[^1], StringComparison.Ordinal) || text.Length > 600 || Array.Exists(WordsOfPrograms, word => text.Contains(word, StringComparison.Ordinal)))
            violations.Add($"{what} answers “{text}”, which is no sentence for people.");
    }

    /// <summary>Whether the text stands somewhere in the database, letter for letter.</summary>
    async Task<bool> IsStored()
    {
        if (stored.Length == 0)
        {
            var columns = await house.Column<string>(
                """
                select format('exists (select from %s where %I like $1)', c.oid::regclass, a.attname) from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace in ('public'::regnamespace, 'platform'::regnamespace) and c.relkind in ('r', 'p') and not c.relispartition
                  and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype
                """);
            stored = $"select {string.Join(" or ", columns)}";
        }

        return await house.One<bool>(stored, $"%{LikeText()}%");
    }

    static string LikeText() => BadValues.Injection.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
