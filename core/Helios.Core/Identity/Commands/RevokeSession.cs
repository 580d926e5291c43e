using Helios.Core.Directory.People;
using Helios.Core.Identity.Sessions;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Signs out one of the actor's browsers; it has no access from its next request on.</summary>
/// <param name="Session">The session.</param>
public sealed record RevokeSession(RowRef<Session> Session) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RevokeSession, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(RevokeSession command, CommandContext context)
        {
            var session = await db.Set<Session>().SingleOrDefaultAsync(
                row => row.Id == command.Session.Guid && row.AccountId == context.Actor.AccountId && row.RevokedAt == null, context.Stop);
            if (session is null)
                return Problem.NotFound("session of yours");
            session.RevokedAt = context.Now;
            var me = await db.Set<User>().SingleAsync(user => user.Id == context.Actor.UserId, context.Stop);
            context.Tell(me, "account.session", session.Agent, null);
            return Nothing.Instance;
        }
    }
}
