using Helios.Core.Directory.People;
using Helios.Core.Identity.Accounts;
using Helios.Core.Organizations;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Queries;

/// <summary>To whom a one-time link belongs; asked by its holder.</summary>
public sealed record GetInvitation : IQuery<GetInvitation.Result>
{
    /// <summary>The invitation.</summary>
    /// <param name="Organization">The organization that invites.</param>
    /// <param name="Name">The invited person.</param>
    /// <param name="Mail">The person's mail address, where the directory has one.</param>
    public sealed record Result(string Organization, string Name, string? Mail);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetInvitation, Result>
    {
        public async Task<Outcome<Result>> Handle(GetInvitation query, QueryContext context)
        {
            if (!Guid.TryParse(context.Scope.Actor.CredentialId, out var id))
                return Problem.NotFound("invitation");
            var invitation = await db.Set<Invitation>().IgnoreQueryFilters().SingleOrDefaultAsync(row => row.Id == id && row.UsedAt == null && row.ExpiresAt > context.Now, context.Stop);
            if (invitation is null)
                return Problem.NotFound("invitation");
            var organization = await db.Set<Organization>().SingleAsync(row => row.Id == invitation.OrganizationId, context.Stop);
            db.EnterOrganization(new OrganizationScope(organization.Id, organization.Slug, organization.Name));
            var user = await db.Set<User>().SingleAsync(row => row.Id == invitation.UserId, context.Stop);
            return new Result(organization.Name, user.Name, user.Mail);
        }
    }
}
