using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Tests.Growing.Broken;

/// <summary>Tells its password, and changes a column behind the back of its event.</summary>
/// <param name="Oddity">The oddity.</param>
/// <param name="Password">A secret.</param>
public sealed record RenameOddity([property: Target] EntityRef<Oddity> Oddity, [property: Required, Secret] string Password) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RenameOddity, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(RenameOddity command, CommandContext context)
        {
            var oddity = command.Oddity.Entity;
            context.Tell(oddity, "code", null, command.Password);
            await db.Database.SqlQuery<string>($"update oddity set mood = {command.Password} where id = {oddity.Id} returning mood as \"Value\"").ToListAsync(context.Stop);
            return Nothing.Instance;
        }
    }
}
