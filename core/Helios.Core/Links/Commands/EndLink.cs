using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Links.Commands;

/// <summary>Ends a link. It leaves the list of what holds now and stays in the history of both ends.</summary>
/// <param name="Link">The link.</param>
/// <param name="Until">The day on which it ended; today when left out.</param>
public sealed record EndLink([property: Target] RowRef<Link> Link, DateOnly? Until = null) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<EndLink, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(EndLink command, CommandContext context) => Task.FromResult(End(command, context));

        static Outcome<Nothing> End(EndLink command, CommandContext context)
        {
            var link = command.Link.Row;
            var today = context.Scope.Today(context.Now);
            if (link.Until is { } ended && ended <= today)
                return Problem.Conflict("links.end.ended", $"This link has ended on {ended:d MMMM yyyy} already. Change its end if the day is wrong.");
            var until = command.Until ?? (link.Since > today ? link.Since.Value : today);
            if (LinkPeriod.Broken(link.Since, until) is { } broken)
                return Problem.Invalid("until", broken);
            link.Until = until;
            return Nothing.Instance;
        }
    }
}
