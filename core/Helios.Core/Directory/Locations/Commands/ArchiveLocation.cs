using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.Locations.Commands;

/// <summary>Takes a location out of lists and choices. Its page and history stay.</summary>
/// <param name="Location">The location.</param>
public sealed record ArchiveLocation([property: Target] EntityRef<Location> Location) : ICommand<LocationChanged>
{
    public sealed class Handler : ICommandHandler<ArchiveLocation, LocationChanged>
    {
        public Task<Outcome<LocationChanged>> Handle(ArchiveLocation command, CommandContext context)
        {
            command.Location.Entity.Archive(context.Now);
            return Task.FromResult<Outcome<LocationChanged>>(LocationChanged.Of(command.Location.Entity));
        }
    }
}
