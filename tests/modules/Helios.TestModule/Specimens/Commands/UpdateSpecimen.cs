using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.TestModule.Specimens.Commands;

/// <summary>Changes a specimen; what is left out stays as it is.</summary>
/// <param name="Specimen">Which one.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Status">kept or lent.</param>
public sealed record UpdateSpecimen(
    [property: Target] EntityRef<Specimen> Specimen,
    [property: Required, StringLength(100)] Optional<string> Name = default,
    [property: AllowedValues(SpecimenStatus.Kept, SpecimenStatus.Lent, ErrorMessage = "Choose one of kept, lent.")] Optional<string> Status = default) : ICommand<AddSpecimen.Result>
{
    public sealed class Handler : ICommandHandler<UpdateSpecimen, AddSpecimen.Result>
    {
        public Task<Outcome<AddSpecimen.Result>> Handle(UpdateSpecimen command, CommandContext context)
        {
            var specimen = command.Specimen.Entity;
            specimen.Name = command.Name.Or(specimen.Name)!;
            specimen.Status = command.Status.Or(specimen.Status)!;
            return Task.FromResult<Outcome<AddSpecimen.Result>>(new AddSpecimen.Result(specimen.Id, specimen.Key));
        }
    }
}
