using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity.Accounts;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Chooses the look of the actor's pages. Empty follows the system.</summary>
/// <param name="Theme"><c>light</c> or <c>dark</c>.</param>
/// <param name="Density"><c>compact</c> or <c>roomy</c>.</param>
/// <param name="Contrast"><c>more</c> or <c>normal</c>.</param>
/// <param name="Hotkeys"><c>off</c> switches single keys off.</param>
public sealed record SetAppearance(
    [property: RegularExpression("^(light|dark)?$", ErrorMessage = "A theme is light or dark.")] Optional<string?> Theme,
    [property: RegularExpression("^(compact|roomy)?$", ErrorMessage = "A density is compact or roomy.")] Optional<string?> Density,
    [property: RegularExpression("^(more|normal)?$", ErrorMessage = "A contrast is more or normal.")] Optional<string?> Contrast,
    [property: RegularExpression("^(on|off)?$", ErrorMessage = "Single keys are on or off.")] Optional<string?> Hotkeys) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<SetAppearance, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SetAppearance command, CommandContext context)
        {
            var account = await db.Set<Account>().SingleOrDefaultAsync(row => row.Id == context.Actor.AccountId, context.Stop);
            if (account is null)
                return Problem.NotFound("account of yours");
            var look = Look.Read(account.Appearance);
            account.Appearance = new Look(
                Word(command.Theme, look.Theme),
                Word(command.Density, look.Density),
                Word(command.Contrast, look.Contrast),
                command.Hotkeys.IsPresent ? command.Hotkeys.Value is not "off" : look.Hotkeys).Write();
            return Nothing.Instance;
        }

        static string? Word(Optional<string?> sent, string? current) => sent.Or(current) is { Length: > 0 } word ? word : null;
    }
}
