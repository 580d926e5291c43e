using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Organizations.Commands;

/// <summary>Changes the organization's name or time zone.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Zone">The IANA name of its time zone, such as Europe/Berlin.</param>
public sealed record UpdateOrganization(
    [property: StringLength(120, MinimumLength = 1, ErrorMessage = "A name has 1 to 120 characters.")] Optional<string> Name,
    [property: StringLength(64, ErrorMessage = "A time zone has at most 64 characters.")] Optional<string> Zone) : ICommand<Nothing>, IChecked
{
    public IEnumerable<FieldProblem> Check()
    {
        if (Name.IsPresent && string.IsNullOrWhiteSpace(Name.Value))
            yield return new FieldProblem("name", "Give the organization a name.");
        if (Zone.IsPresent && !Zones.Exists(Zone.Value ?? ""))
            yield return new FieldProblem("zone", "There is no such time zone. Give its IANA name, such as Europe/Berlin.");
    }

    public sealed class Handler(HeliosDb db) : ICommandHandler<UpdateOrganization, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(UpdateOrganization command, CommandContext context)
        {
            var organization = await db.Set<Organization>().SingleAsync(row => row.Id == context.Scope.OrganizationId, context.Stop);
            if (command.Name.IsPresent && command.Name.Value!.Trim() is var name && name != organization.Name)
            {
                await context.TellOfActor(db, "organization.name", organization.Name, name);
                organization.Name = name;
            }

            if (command.Zone.IsPresent && command.Zone.Value != organization.Zone)
            {
                await context.TellOfActor(db, "organization.zone", organization.Zone, command.Zone.Value);
                organization.Zone = command.Zone.Value!;
                await OrganizationClock.Reset(db, organization, context.Stop);
            }

            return Nothing.Instance;
        }
    }
}
