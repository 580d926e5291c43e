using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.Locations.Commands;

/// <summary>Brings an archived location back into lists and choices.</summary>
/// <param name="Location">The location.</param>
public sealed record RestoreLocation([property: Target] EntityRef<Location> Location) : ICommand<LocationChanged>
{
    public sealed class Handler : ICommandHandler<RestoreLocation, LocationChanged>
    {
        public Task<Outcome<LocationChanged>> Handle(RestoreLocation command, CommandContext context)
        {
            command.Location.Entity.Restore();
            return Task.FromResult<Outcome<LocationChanged>>(LocationChanged.Of(command.Location.Entity));
        }
    }
}
