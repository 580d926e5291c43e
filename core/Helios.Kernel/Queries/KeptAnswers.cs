using System.Collections.Concurrent;
using Helios.Kernel.Live;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Queries;

/// <summary>Answers of queries that say so, kept until something happens in their organization.</summary>
public sealed class KeptAnswers(OrganizationChanges changes, TimeProvider time)
{
    /// <summary>Whatever changes data past the pipeline (a restore, an operator) shows after this time.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>All are forgotten when there are so many; each is a few numbers.</summary>
    const int Most = 10_000;

    readonly ConcurrentDictionary<Key, Answered> answers = new();

    /// <summary>The answer of before, while it is still true; else a new one.</summary>
    /// <remarks>The count is read before the question is asked: what is committed meanwhile makes the answer old at once.</remarks>
    internal async Task<Outcome<TResult>> Answer<TResult>(IQuery<TResult> query, Scope scope, Func<Task<Outcome<TResult>>> ask)
    {
        if (scope.Organization is not { } organization || changes.Count(organization.Id) is not { } count)
            return await ask();
        var actor = scope.Actor;
        var key = new Key(query, organization.Id, actor.AccountId, actor.UserId, actor.Role, actor.CredentialId);
        if (answers.TryGetValue(key, out var known) && known.Count == count && time.GetElapsedTime(known.At) < Longest)
            return (TResult)known.Value;
        var at = time.GetTimestamp();
        var outcome = await ask();
        if (answers.Count >= Most)
            answers.Clear();
        if (outcome.Succeeded)
            answers[key] = new Answered(outcome.Value!, count, at);
        return outcome;
    }

    /// <summary>Query records compare by value.</summary>
    sealed record Key(object Query, Guid Organization, Guid? Account, Guid? User, string Role, string? Credential);

    sealed record Answered(object Value, long Count, long At);
}
