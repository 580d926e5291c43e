using System.Text.Json.Nodes;
using Helios.Kernel.Events;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>What somebody with the role user reads: his own things, and of other people no more than a page about his own must name.</summary>
sealed class ReaderRules(GrowingHouse house)
{
    /// <summary>A word that stands in internal notes only.</summary>
    const string Secret = "zanzibarnote";

    /// <summary>Where an answer about one's own things names somebody or something else, and why it must.</summary>
    static readonly Dictionary<string, string> Mentions = new(StringComparer.Ordinal)
    {
        ["tickets.get assignee"] = "A requester knows who takes care of his ticket.",
        ["tickets.get openedBy"] = "A requester knows who wrote his ticket down.",
        ["tickets.list items[].assignee"] = "A requester knows who takes care of his ticket.",
        ["users.get manager"] = "Everybody knows his own manager.",
        ["users.get location"] = "Everybody knows where he works.",
        ["comments.of items[].files[].userId"] = "Whoever reads a reply knows whose file came with it.",
        ["attachments.of items[].userId"] = "Whoever sees a file knows who attached it.",
        ["attachments.get file.userId"] = "Whoever sees a file knows who attached it.",
        ["comments.of items[].userId"] = "Whoever reads a reply knows who wrote it.",
        ["timeline.of items[].userId"] = "Whoever reads what happened knows who did it.",
    };

    Scope Reader => house.Larkspur.Members[Roles.User];

    /// <summary>Answers that hold what the reader may not see.</summary>
    public async Task<List<string>> Violations(IEnumerable<Declared> everything)
    {
        var mine = await Prepare();
        var hidden = await Hidden();
        List<string> violations = [];
        foreach (var query in everything.Where(declared => !declared.IsCommand && declared.Admits(house.Registry, Reader.Actor)))
            foreach (var sent in await Questions(query, mine))
            {
                var outcome = await Samples.Send(house, query, sent, Reader);
                if (outcome.Succeeded)
                    violations.AddRange(JsonStrings.Of(outcome.Value).Where(found => !IsMention(query, found.Path)).Where(found => IsHidden(hidden, found.Text))
                        .Select(found => $"{query} tells a requester “{found.Text}” ({found.Path}), which is not his."));
            }

        return violations;
    }

    /// <summary>Everything hidden by itself: asked for by id and by key it is not found.</summary>
    public async Task<List<string>> Found()
    {
        await Prepare();
        List<string> violations = [];
        foreach (var kind in house.Registry.Kinds)
        {
            var made = await house.Makers.Make(new Sampler(house, house.Larkspur, house.Larkspur.Owner), kind);
            foreach (var query in house.Everything.Where(declared => declared.Admits(house.Registry, Reader.Actor)))
                foreach (var field in LeakRules.References(query, kind.Type))
                {
                    var sent = await new Sampler(house, house.Larkspur, Reader).Input(query, isFull: false);
                    sent[field.Name] = made.Id.ToString();
                    if (!LeakRules.IsRefused(await Samples.Send(house, query, sent, Reader), field.Name))
                        violations.Add($"{query} lets a requester name the {kind.Name} {made.Key} in {field.Name}, which is not his.");
                }
        }

        return violations;
    }

    /// <summary>Whether staff find what a requester must not; else the suite would prove nothing.</summary>
    public async Task<bool> StaffFindIt()
    {
        await Prepare();
        var search = house.Everything.Single(declared => declared.Name == "search.everything");
        var found = await Samples.Send(house, search, new JsonObject { ["q"] = Secret }, house.Larkspur.Owner);
        return JsonStrings.Of(found.Expect()).Any();
    }

    /// <summary>An own ticket with an internal note and a public reply, and a ticket of somebody else.</summary>
    async Task<Made> Prepare()
    {
        var mine = await new Sampler(house, house.Larkspur, Reader).Entity(typeof(Kernel.Entities.Entity));
        foreach (var audience in new[] { Audience.Internal, Audience.Requester })
            await Recipes.First(new Sampler(house, house.Larkspur, house.Larkspur.Owner), "comments.add", new JsonObject
            {
                ["entity"] = mine.Id.ToString(),
                ["body"] = audience == Audience.Internal ? $"{Secret} {house.Next()}" : "A reply.",
                ["audience"] = audience,
            });
        await FileRecipes.Note(house, mine.Id, $"{Secret}-{house.Next()}.png");
        return mine;
    }

    /// <summary>Ids and keys of every entity that the reader has no right to, of internal comments, files and events.</summary>
    async Task<HashSet<string>> Hidden()
    {
        var organization = house.Larkspur.Organization.Id;
        HashSet<string> hidden =
        [
            .. await house.Column<string>("select id::text from comment where organization_id = $1 and audience = 'internal'", organization),
            .. await house.Column<string>("select id::text from attachment where organization_id = $1 and audience = 'internal'", organization),
            .. await house.Column<string>("select id::text from event where organization_id = $1 and audience = 'internal'", organization),
        ];
        foreach (var row in await house.Column<string>("select kind || ' ' || id || ' ' || key from entity where organization_id = $1 and kind = any($2)", organization, house.Registry.Kinds.Select(kind => kind.Name).ToArray()))
        {
            if (row.Split(' ') is [var kind, var id, var key] && !await house.Sees(Reader, house.Registry.Kind(kind)!, Guid.Parse(id)))
                hidden.UnionWith([id, key]);
        }

        return hidden;
    }

    async Task<List<JsonObject>> Questions(Declared query, Made mine)
    {
        var sent = LeakRules.Widest(query, await new Sampler(house, house.Larkspur, Reader).Input(query, isFull: false));
        foreach (var field in LeakRules.References(query, typeof(Kernel.Entities.Entity)))
            sent[field.Name] = mine.Id.ToString();
        List<JsonObject> questions = [sent];
        if (sent.DeepClone() is JsonObject searching && Kernel.Input.RecordContract.Of(query.Input).Field("q") is not null)
        {
            searching["q"] = Secret;
            questions.Add(searching);
        }

        return questions;
    }

    static bool IsHidden(HashSet<string> hidden, string text) => hidden.Contains(text) || text.Contains(Secret, StringComparison.OrdinalIgnoreCase);

    bool IsMention(Declared query, string path) => Mentions.Keys.Any(mention =>
        $"{query} {path}".StartsWith(mention, StringComparison.Ordinal) && (mention.Length == query.Name.Length + 1 + path.Length || path[(mention.Length - query.Name.Length - 1)..][0] is '.' or '['));
}
