using Helios.Core.Filters;
using Helios.Core.Tags.Queries;

namespace Helios.Core.Tags;

/// <summary>What completion offers behind <c>tag:</c>.</summary>
static class TagValues
{
    /// <summary>The source that the field names.</summary>
    public const string Source = "tags";

    /// <summary>The organization's tags that begin with what was typed.</summary>
    public static FilterValues Declared { get; } = new(Source, async (queries, scope, typed, stop) =>
    {
        var found = typed.Length > Tag.Longest ? null : (await queries.Ask(new ListTags(typed), scope, stop)).Value;
        return [.. (found?.Items ?? []).Select(tag => (tag.Key, tag.Name))];
    });
}
