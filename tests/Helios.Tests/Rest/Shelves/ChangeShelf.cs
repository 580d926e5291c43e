using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Tests.Rest.Shelves;

/// <summary>Changes some fields of a shelf and tells what it was sent.</summary>
public sealed record ChangeShelf(
    int Shelf,
    [property: MaxLength(20)] Optional<string> Name,
    Optional<string?> Note,
    Optional<IReadOnlyList<ShelfState>> States,
    DateTimeOffset? Since = null) : ICommand<ChangeShelf.Result>
{
    public sealed record Result(int Shelf, string? Name, string? Note, int? States, DateTimeOffset? Since, IReadOnlyList<string> Sent, string? Why);

    public sealed class Handler : ICommandHandler<ChangeShelf, Result>
    {
        public Task<Outcome<Result>> Handle(ChangeShelf command, CommandContext context)
        {
            List<string> sent = [];
            if (command.Name.IsPresent)
                sent.Add("name");
            if (command.Note.IsPresent)
                sent.Add("note");
            return Task.FromResult<Outcome<Result>>(new Result(
                command.Shelf, command.Name.Value, command.Note.Value, command.States.Value?.Count, command.Since, sent, context.Scope.Door.ToString()));
        }
    }
}
