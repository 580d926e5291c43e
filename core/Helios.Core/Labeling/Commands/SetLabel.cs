using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Labeling.Commands;

/// <summary>Says what the organization calls a kind or a place. People read it on every page; addresses, permissions and the API stay.</summary>
/// <param name="Label">The kind, such as ticket, or area. and the place, such as area.desk.</param>
/// <param name="One">The singular, in any script.</param>
/// <param name="Many">The plural; the singular if absent.</param>
public sealed record SetLabel(
    [property: Required, StringLength(80)] string Label,
    [property: Required(ErrorMessage = SetLabel.LengthText), StringLength(SetLabel.Longest, MinimumLength = 1, ErrorMessage = SetLabel.LengthText)] string One,
    [property: StringLength(SetLabel.Longest, ErrorMessage = SetLabel.LengthText)] string? Many = null) : ICommand<Nothing>, IChecked
{
    internal const int Longest = 40;
    internal const string LengthText = "Give a word of 1 to 40 characters.";

    /// <summary>Labels stand inside sentences, so they are one line; braces would be taken for names of kinds.</summary>
    public IEnumerable<FieldProblem> Check()
    {
        foreach (var (field, text) in new[] { ("one", One), ("many", Many ?? One) })
            if (text.Any(letter => char.IsControl(letter) || letter is '{' or '}'))
                yield return new FieldProblem(field, "A label is one line without braces.");
        if (string.IsNullOrWhiteSpace(One))
            yield return new FieldProblem("one", LengthText);
    }

    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<SetLabel, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SetLabel command, CommandContext context)
        {
            if (registry.Labelable(context.Scope).FirstOrDefault(known => string.Equals(known.Name, command.Label, StringComparison.Ordinal)) is not { Stock: { } stock })
                return Problem.NotFound("label of this name");
            var one = command.One.Trim();
            var many = string.IsNullOrWhiteSpace(command.Many) ? one : command.Many.Trim();
            var row = await db.Set<OwnLabel>().SingleOrDefaultAsync(label => label.Name == command.Label, context.Stop);
            var before = row is null ? $"{stock.One}, {stock.Many}" : $"{row.One}, {row.Many}";
            if (string.Equals(before, $"{one}, {many}", StringComparison.Ordinal))
                return Nothing.Instance;
            if (row is null)
                db.Add(row = new OwnLabel { Name = command.Label, One = one, Many = many });
            (row.One, row.Many) = (one, many);
            await context.TellOfActor(db, "label." + command.Label, before, $"{one}, {many}");
            return Nothing.Instance;
        }
    }
}
