using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Problems;

namespace Helios.TestModule.Specimens.Commands;

/// <summary>Adds a specimen.</summary>
/// <param name="Name">What it is called.</param>
public sealed record AddSpecimen([property: Required, StringLength(100)] string Name) : ICommand<AddSpecimen.Result>
{
    /// <summary>The new specimen.</summary>
    public sealed record Result(Guid Id, string Key);

    public sealed class Handler : ICommandHandler<AddSpecimen, Result>
    {
        public async Task<Outcome<Result>> Handle(AddSpecimen command, CommandContext context)
        {
            var specimen = await context.Add(new Specimen { Name = command.Name });
            return new Result(specimen.Id, specimen.Key);
        }
    }
}
