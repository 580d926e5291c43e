using Helios.Core.Undo.Commands;
using Helios.Kernel.Commands;

namespace Helios.Tests.Growing;

/// <summary>Each command that does not say why it cannot be undone: its undo gives every row back, and the undo of the undo does it again.</summary>
sealed class UndoRules(GrowingHouse house)
{
    /// <summary>Tables whose rows rightly stay, and why.</summary>
    static readonly Dictionary<string, string> Stays = new(StringComparer.Ordinal)
    {
        ["upload"] = "What waited was taken; its content stands with the attachment.",
        ["tag"] = "A word that was used once is offered again; what undo does with tags themselves is tested by TagMergeUndoTests.",
        ["tag_name"] = "A word that was used once is offered again.",
        ["import_row"] = "What became of a row is the import's own record.",
    };

    /// <summary>Commands whose undo is work of its own, and the class that tests it.</summary>
    static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal) { ["bulk.start"] = nameof(Bulk.BulkTests), ["imports.start"] = nameof(Importing.GenericImportTests), ["tags.finish_merge"] = nameof(Tags.TagMergeUndoTests) };

    readonly List<string> violations = [];

    public async Task<List<string>> Violations(IEnumerable<Declared> everything)
    {
        var pictures = await RowPictures.Of(house, Stays.Keys);
        foreach (var command in everything.Where(declared => declared.Command is { NotUndoableBecause: null } && !Elsewhere.ContainsKey(declared.Name)))
            await Check(command, pictures);
        return violations;
    }

    async Task Check(Declared command, RowPictures pictures)
    {
        var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
        var sent = await sampler.Input(command, isFull: true);
        var before = await pictures.Take();
        var report = new CommandReport();
        var outcome = await Samples.Send(house, command, sent, await sampler.Actor(command), new CommandOptions { Report = report });
        if (!outcome.Succeeded)
        {
            violations.Add(Samples.Complaint(command, outcome.Problem));
            return;
        }

        if (report is not { CanUndo: true, Run: { } run })
        {
            violations.Add($"{command} writes no event, so it cannot be undone. Where its sample finds everything done already (nothing archived to restore), add a recipe to Recipes; else say NotUndoable(\"why\").");
            return;
        }

        var done = await pictures.Take();
        if (await Undo(command, run, "undo") is { } undo)
        {
            Compare(command, "Its undo", before, await pictures.Take());
            if (await Undo(command, undo, "redo") is not null)
                Compare(command, "Undoing its undo", done, await pictures.Take());
        }
    }

    async Task<Guid?> Undo(Declared command, Guid run, string what)
    {
        var report = new CommandReport();
        var undone = await house.Commands.Run(new UndoRun(run.ToString()), house.Larkspur.Owner, new CommandOptions { Report = report });
        if (undone.Succeeded)
            return report.Run;
        violations.Add($"The {what} of {command} is refused ({undone.Problem.Code}: {undone.Problem.Text} {string.Join(' ', undone.Problem.Fields.Select(field => field.Text))}). Give it an Inverse, or say NotUndoable(\"why\").");
        return null;
    }

    void Compare(Declared command, string what, Dictionary<string, HashSet<string>> expected, Dictionary<string, HashSet<string>> found)
    {
        if (RowPictures.Differences(expected, found) is { Count: > 0 } differences)
            violations.Add($"{what} of {command} leaves rows that are not as they were; change tracked rows of entities, write an Inverse, or say NotUndoable(\"why\"):\n{string.Join('\n', differences.Take(6))}");
    }
}
