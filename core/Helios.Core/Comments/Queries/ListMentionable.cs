using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Comments.Queries;

/// <summary>Whom a comment on an entity may mention: the staff, and those who may see it themselves.</summary>
/// <param name="Entity">What the comment is about.</param>
/// <param name="Beginning">How a word of the name, or the user name, begins; everybody when left out.</param>
/// <param name="Limit">At most so many.</param>
public sealed record ListMentionable(
    [property: Target] EntityRef<Entity> Entity, [property: MaxLength(100)] string? Beginning = null, [property: Range(1, 50)] int Limit = 8) : IQuery<ListMentionable.Result>
{
    /// <summary>A staff of more is chosen from by its first letters only.</summary>
    const int MostStaff = 1000;

    /// <summary>People to choose from.</summary>
    /// <param name="Items">The people, by name.</param>
    public sealed record Result(IReadOnlyList<Item> Items);

    /// <summary>Somebody to mention.</summary>
    /// <param name="Key">The person's key.</param>
    /// <param name="Name">The person's name.</param>
    /// <param name="Title">The person's job title.</param>
    public sealed record Item(string Key, string Name, string? Title);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListMentionable, Result>
    {
        public async Task<Outcome<Result>> Handle(ListMentionable query, QueryContext context)
        {
            Guid[] readers = [.. query.Entity.Entity.Card().Readers.Where(token => token.StartsWith("user:", StringComparison.Ordinal)).Select(token => Guid.Parse(token[5..]))];
            var people = await db.Set<User>()
                .Where(user => user.ArchivedAt == null && (user.IsStaff || readers.Contains(user.Id)))
                .OrderBy(user => user.Name).ThenBy(user => user.Id).Take(MostStaff)
                .Select(user => new { user.Key, user.Name, user.Title, user.UsernameKey })
                .ToListAsync(context.Stop);
            var typed = Folding.Of(query.Beginning ?? "");
            return new Result([.. people
                .Where(person => typed.Length == 0 || Begins(person.Name, typed) || person.UsernameKey?.StartsWith(typed, StringComparison.Ordinal) == true)
                .Take(query.Limit).Select(person => new Item(person.Key, person.Name, person.Title))]);
        }

        static bool Begins(string name, string typed)
        {
            var folded = Folding.Of(name);
            return folded.StartsWith(typed, StringComparison.Ordinal) || folded.Contains(" " + typed, StringComparison.Ordinal);
        }
    }
}
