using Helios.Core.Identity.Tokens;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Identity.Commands;

/// <summary>Ends one of the actor's access tokens; its next request is refused.</summary>
/// <param name="Token">The token.</param>
public sealed record RevokeToken([property: Target] RowRef<AccessToken> Token) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<RevokeToken, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(RevokeToken command, CommandContext context)
        {
            command.Token.Row.RevokedAt = context.Now;
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
