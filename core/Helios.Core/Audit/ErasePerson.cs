using System.Globalization;
using Helios.Core.Directory.People;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Helios.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Audit;

/// <summary>Erases the values of a person from the audit trail of his organization.</summary>
public sealed class ErasePerson(HeliosDb db, PersonalErasure erasure) : IJobHandler<ErasePerson.Work>
{
    public const string Name = "audit.erase_values";

    /// <summary>Whose values.</summary>
    /// <param name="Person">The person's id.</param>
    public sealed record Work(Guid Person);

    public async Task Run(Work payload, JobContext context)
    {
        db.Scope = context.Scope;
        var user = await db.Set<User>().AsNoTracking().SingleAsync(found => found.Id == payload.Person, context.Stop);
        string[] names = [.. new[] { user.Name, user.Mail, user.Username, user.Phone, user.EmployeeNumber }.OfType<string>()];
        if (await erasure.Run(context.Scope.OrganizationId, user.Id, names, context) is { } erased)
            await context.Progress((int)erased, (int)erased, string.Create(CultureInfo.InvariantCulture, $"Values were erased from {erased:N0} events. The chain holds."));
    }
}
