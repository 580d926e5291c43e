using Helios.Core.Identity.Sessions;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Identity.Commands;

/// <summary>Signs out one of the actor's browsers; it has no access from its next request on.</summary>
/// <param name="Session">The session.</param>
public sealed record RevokeSession([property: Target] RowRef<Session> Session) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RevokeSession, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(RevokeSession command, CommandContext context)
        {
            var session = command.Session.Row;
            session.RevokedAt = context.Now;
            await context.TellOfActor(db, "account.session", session.Agent, null);
            return Nothing.Instance;
        }
    }
}
