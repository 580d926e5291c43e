using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Core.Links.Commands;

/// <summary>Changes what is known about a link: its note, its beginning and its end. An empty end lets it go on.</summary>
/// <param name="Link">The link.</param>
/// <param name="Note">What to know about the connection.</param>
/// <param name="Since">The first day on which it holds.</param>
/// <param name="Until">The day on which it ends.</param>
public sealed record UpdateLink(
    [property: Target] RowRef<Link> Link,
    [property: MaxLength(200, ErrorMessage = "A note on a link has at most 200 characters.")] Optional<string?> Note,
    Optional<DateOnly?> Since,
    Optional<DateOnly?> Until) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<UpdateLink, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(UpdateLink command, CommandContext context) => Task.FromResult(Change(command));

        static Outcome<Nothing> Change(UpdateLink command)
        {
            var link = command.Link.Row;
            var (since, until) = (command.Since.Or(link.Since), command.Until.Or(link.Until));
            if (LinkPeriod.Broken(since, until) is { } broken)
                return Problem.Invalid("until", broken);
            (link.Since, link.Until) = (since, until);
            link.Note = command.Note.Or(link.Note) is { Length: > 0 } note ? note : null;
            return Nothing.Instance;
        }
    }
}
