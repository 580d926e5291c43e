using Helios.Core.Identity.Accounts;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;

namespace Helios.Tests.Growing.Broken;

/// <summary>Makes an account that belongs to nobody.</summary>
public sealed record AddOddAccount : ICommand<AddOddAccount.Result>
{
    public sealed record Result(Guid Id);

    public sealed class Handler(HeliosDb db) : ICommandHandler<AddOddAccount, Result>
    {
        public Task<Outcome<Result>> Handle(AddOddAccount command, CommandContext context)
        {
            var id = Guid.CreateVersion7();
            db.Add(new Account { Id = id, Mail = $"{id}@odd.example", MailKey = $"{id}@odd.example", Name = "Odd", PasswordHash = "none", PasswordChangedAt = context.Now, CreatedAt = context.Now });
            return Task.FromResult<Outcome<Result>>(new Result(id));
        }
    }
}
