using System.Text.Json.Nodes;
using Helios.Core.Undo.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>
/// Each command that does not say why it cannot be undone: its undo gives every row back, and the undo of the undo does it again.
/// It is done in a series, which writes rows together: what the undo of the undo writes one by one has to be the same.
/// </summary>
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
        var (refusal, report) = await Together(command, sent, await sampler.Actor(command));
        if (refusal is not null)
        {
            violations.Add(Samples.Complaint(command, refusal));
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

    async Task<(Problem? Refusal, CommandReport? Report)> Together(Declared command, JsonObject sent, Scope scope)
    {
        var input = Samples.Read(command, sent);
        if (!input.Succeeded)
            return (input.Problem, null);
        Problem? refusal = null;
        CommandReport? told = null;
        var isSwift = false;
        using var lanes = new CommandLanes(house.Commands, scope);
        await lanes.Do(
            async series =>
            {
                isSwift = series.IsSwift;
                refusal = await series.Run(command.Command!, input.Value, CommandOptions.None, (_, report) => told = report, CancellationToken.None);
            },
            CancellationToken.None);
        if (refusal is null && !isSwift)
            violations.Add($"{command} succeeds, but not in a series that writes rows together. See RowShape.");
        return (refusal, told);
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
