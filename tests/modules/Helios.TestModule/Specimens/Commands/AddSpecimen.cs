using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Problems;

namespace Helios.TestModule.Specimens.Commands;

/// <summary>Adds a specimen.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Code">What is printed on it; unique without regard to case.</param>
/// <param name="Status">kept or lent; kept if absent.</param>
public sealed record AddSpecimen(
    [property: Required, StringLength(100)] string Name,
    [property: StringLength(50)] string? Code = null,
    [property: AllowedValues(null, SpecimenStatus.Kept, SpecimenStatus.Lent, ErrorMessage = "Choose one of kept, lent.")] string? Status = null) : ICommand<AddSpecimen.Result>
{
    /// <summary>The new specimen.</summary>
    public sealed record Result(Guid Id, string Key);

    public sealed class Handler : ICommandHandler<AddSpecimen, Result>
    {
        public async Task<Outcome<Result>> Handle(AddSpecimen command, CommandContext context)
        {
            var specimen = await context.Add(new Specimen { Name = command.Name, Code = command.Code, Status = command.Status ?? SpecimenStatus.Kept });
            return new Result(specimen.Id, specimen.Key);
        }
    }
}
