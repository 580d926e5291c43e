using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Helios.Core.Directory.People;
using Helios.Core.Identity.Accounts;
using Helios.Core.Identity.Tokens;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Commands;

/// <summary>Makes a personal access token, with which the API does what the actor may.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Days">For how many days it works: 30, 90 or 365.</param>
public sealed record CreateToken(
    [property: Required(ErrorMessage = "Say what the token is for, so that you know it later."), StringLength(100, ErrorMessage = "A name has at most 100 characters.")] string Name,
    [property: AllowedValues(30, 90, 365, ErrorMessage = "A token works for 30, 90 or 365 days.")] int Days) : ICommand<CreateToken.Result>
{
    const int Most = 50;

    /// <summary>The new token.</summary>
    /// <param name="Handle">What stands of it in lists.</param>
    public sealed record Result(string Handle)
    {
        /// <summary>The token itself. It never leaves by JSON, so no stored answer holds it.</summary>
        [JsonIgnore]
        public string? Text { get; init; }
    }

    public sealed class Handler(HeliosDb db, Peppers peppers) : ICommandHandler<CreateToken, Result>
    {
        public async Task<Outcome<Result>> Handle(CreateToken command, CommandContext context)
        {
            var mine = db.Set<AccessToken>().Where(row => row.AccountId == context.Actor.AccountId && row.RevokedAt == null);
            if (await mine.CountAsync(context.Stop) >= Most)
                return Problem.Conflict("account.tokens.many", $"You have {Most} tokens already. Revoke one that you do not need any more.");
            var membership = await db.Set<Membership>().SingleOrDefaultAsync(row => row.AccountId == context.Actor.AccountId && row.DisabledAt == null, context.Stop);
            if (membership is null)
                return Problem.NotFound("account of yours");
            // A token is told on the page of the person whose it is.
            await db.Set<User>().SingleAsync(user => user.Id == membership.UserId, context.Stop);
            var text = TokenText.Create();
            var token = new AccessToken
            {
                Handle = TokenText.HandleOf(text),
                AccountId = membership.AccountId,
                UserId = membership.UserId,
                Name = command.Name.Trim(),
                Hash = peppers.Token(text),
                CreatedAt = context.Now,
                ExpiresAt = context.Now.AddDays(command.Days),
            };
            db.Add(token);
            return new Result(token.Handle) { Text = text };
        }
    }
}
