namespace Helios.Web.Components.Content;

/// <summary>Why there is nothing to show. Each reason has words and a picture of its own.</summary>
public enum EmptyKind
{
    /// <summary>Nothing has been made yet: say in one sentence what this is, and offer the first.</summary>
    Nothing,

    /// <summary>A filter matches nothing: say which, and offer to clear it.</summary>
    Filtered,

    /// <summary>The person may not see it: say who can help.</summary>
    Forbidden,

    /// <summary>Something did not answer: say since when, and offer to try again.</summary>
    Failed,
}
