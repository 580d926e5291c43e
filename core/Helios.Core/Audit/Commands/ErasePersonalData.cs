using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Audit.Commands;

/// <summary>
/// Erases a person's values from the audit trail, for ever: what happened to him field by field, his name where he acted, his names in
/// other events. That something happened, when and to what stays, and the chain holds. The person must be archived first.
/// </summary>
/// <param name="User">The person.</param>
/// <param name="Confirm">The person's key, such as U-12: this cannot be undone.</param>
/// <param name="Reason">Why, such as the request of the person.</param>
public sealed record ErasePersonalData(
    [property: Target] EntityRef<User> User,
    [property: Required(ErrorMessage = "Type the person's key to confirm."), StringLength(40, ErrorMessage = "Type the person's key to confirm.")] string Confirm,
    [property: Required(ErrorMessage = ErasePersonalData.ReasonText), StringLength(500, MinimumLength = 8, ErrorMessage = ErasePersonalData.ReasonText)] string Reason) : ICommand<Nothing>
{
    const string ReasonText = "Say in 8 to 500 characters why, such as the request and its date. It stays on record, so name nobody.";

    public sealed class Handler(HeliosDb db) : ICommandHandler<ErasePersonalData, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(ErasePersonalData command, CommandContext context)
        {
            var user = command.User.Entity;
            if (!string.Equals(command.Confirm.Trim(), user.Key, StringComparison.OrdinalIgnoreCase))
                return Problem.Invalid("confirm", $"Type {user.Key} to confirm. What is erased cannot be brought back.");
            if (user.ArchivedAt is null)
                return Problem.Conflict("audit.erase_person.present", $"{user.Key} is not archived. Archive the {{user}} first; values of somebody who is here come back with the next change.");
            if (await AuditJobs.IsAtWork(db, ErasePerson.Name, context.Stop))
                return Problem.Conflict("audit.erase_person.running", "Another erasure is at work. Wait until it is done.");
            context.Why = command.Reason.Trim();
            context.Tell(user, "auditValues", old: null, "erased");
            context.Enqueue(ErasePerson.Name, new ErasePerson.Work(user.Id), user.Id);
            return Nothing.Instance;
        }
    }
}
