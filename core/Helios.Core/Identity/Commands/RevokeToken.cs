using Helios.Core.Directory.People;
using Helios.Core.Identity.Tokens;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Ends one of the actor's access tokens; its next request is refused.</summary>
/// <param name="Token">The token, by the part that stands in lists.</param>
public sealed record RevokeToken(RowRef<AccessToken> Token) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RevokeToken, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(RevokeToken command, CommandContext context)
        {
            var token = await db.Set<AccessToken>().SingleOrDefaultAsync(
                row => row.Id == command.Token.Id && row.AccountId == context.Actor.AccountId && row.RevokedAt == null, context.Stop);
            if (token is null)
                return Problem.NotFound("token of yours");
            await db.Set<User>().SingleAsync(user => user.Id == token.UserId, context.Stop);
            token.RevokedAt = context.Now;
            return Nothing.Instance;
        }
    }
}
