using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Outbound;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Alerts.Commands;

/// <summary>Has alerts posted to an address as well, or no longer.</summary>
/// <param name="Address">An https or http address that takes JSON; null posts none. It is kept sealed and not shown again.</param>
public sealed record SetAlertTarget(
    [property: StringLength(1000, ErrorMessage = "An address has at most 1,000 characters."), Secret] string? Address) : ICommand<Nothing>, IChecked
{
    public IEnumerable<FieldProblem> Check()
    {
        if (Address is { Length: > 0 } address && !OutboundHttp.IsAddress(address))
            yield return new FieldProblem("address", "This is no address that takes a post. Give one such as https://alerts.example.com/helios, without a password in it.");
    }

    public sealed class Handler(HeliosDb db, SecretStore store) : ICommandHandler<SetAlertTarget, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SetAlertTarget command, CommandContext context)
        {
            var target = await db.Set<AlertTarget>().SingleOrDefaultAsync(context.Stop);
            var host = command.Address is { Length: > 0 } address ? new Uri(address).Host : null;
            await context.TellOfActor(db, "alerts.target", target?.Host, host);
            if (host is null)
            {
                if (target is not null)
                    db.Remove(target);
                return Nothing.Instance;
            }

            if (target is null)
                db.Add(target = new AlertTarget { Host = host });
            target.Host = host;
            await store.Seal(target, command.Address!, context.Stop);
            return Nothing.Instance;
        }
    }
}
