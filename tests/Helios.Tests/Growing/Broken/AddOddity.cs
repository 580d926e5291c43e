using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Problems;

namespace Helios.Tests.Growing.Broken;

/// <summary>Makes an oddity. It has no door, and falls over texts that hold a quote.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">An id of whatever it is.</param>
public sealed record AddOddity([property: Required] string Name, Guid? Id = null) : ICommand<AddOddity.Result>
{
    public sealed record Result(Guid Id, string Key);

    public sealed class Handler : ICommandHandler<AddOddity, Result>
    {
        public async Task<Outcome<Result>> Handle(AddOddity command, CommandContext context)
        {
            if (command.Name.Contains('\'', StringComparison.Ordinal))
                throw new InvalidOperationException("A quote.");
            var made = await context.Add(new Oddity { Name = command.Name.ToUpperInvariant() });
            return new Result(made.Id, made.Key);
        }
    }
}
