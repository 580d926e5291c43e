using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Links.Commands;

/// <summary>Takes a link away; the entities themselves stay as they are.</summary>
/// <param name="Link">The link.</param>
public sealed record RemoveLink([property: Target] RowRef<Link> Link) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RemoveLink, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(RemoveLink command, CommandContext context)
        {
            db.Remove(command.Link.Row);
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
