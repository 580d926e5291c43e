using Helios.Core.Directory.People;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Comments;

/// <summary>Whom a comment may mention: the staff, and those who may see the entity themselves (its requester). Only staff mention anybody.</summary>
static class Mentions
{
    /// <summary>More names in one comment are a mailing list.</summary>
    public const int Most = 20;

    /// <summary>The body as it is kept, and whom it mentions. Whoever was chosen and stands in the text no more is not mentioned; a name typed by hand counts where it is somebody's.</summary>
    /// <param name="db">The database.</param>
    /// <param name="entity">What the comment is about.</param>
    /// <param name="body">The text as typed.</param>
    /// <param name="chosen">Whom the author picked.</param>
    /// <param name="stop">Ends when the caller has gone.</param>
    public static async Task<Outcome<(string Body, IReadOnlyList<User> People)>> Read(HeliosDb db, Entity entity, string body, IReadOnlyList<User> chosen, CancellationToken stop)
    {
        if (!body.Contains('@', StringComparison.Ordinal))
            return (body, []);
        var readers = entity.Card().Readers.ToHashSet(StringComparer.Ordinal);
        if (chosen.FirstOrDefault(user => !May(user, readers)) is { } stranger)
            return Problem.Invalid("mentions", $"{stranger.Name} can't see {entity.Key}, so a mention would not reach {stranger.Name}. Write the name without @.");
        var people = chosen.Concat(await Typed(db, body, stop)).Where(user => May(user, readers)).DistinctBy(user => user.Id).ToList();
        body = MentionText.Keep(body, people.SelectMany(Words));
        var named = people.Where(user => MentionText.Names(body, user.Key)).ToList();
        return named.Count > Most ? Problem.Invalid("body", $"A comment mentions at most {Most} people.") : (body, named);
    }

    static async Task<List<User>> Typed(HeliosDb db, string body, CancellationToken stop)
    {
        string[] words = [.. MentionText.Named(body).Take(5 * Most)];
        string[] keys = [.. words.Select(word => word.ToUpperInvariant())];
        string[] names = [.. words.Select(User.Fold).OfType<string>()];
        return words.Length == 0 ? [] : await db.Set<User>().AsNoTracking()
            .Where(user => user.ArchivedAt == null && (keys.Contains(user.Key) || names.Contains(user.UsernameKey) || names.Contains(user.MailKey))).ToListAsync(stop);
    }

    static IEnumerable<(string Word, string Key)> Words(User user) =>
        new[] { user.Name, user.Username, user.Mail, user.Key }.OfType<string>().Select(word => (word, user.Key));

    static bool May(User user, HashSet<string> readers) => user.IsStaff || readers.Contains($"user:{user.Id}");
}
