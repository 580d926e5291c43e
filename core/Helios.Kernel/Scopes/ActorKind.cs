namespace Helios.Kernel.Scopes;

/// <summary>What sort of actor a piece of work runs for.</summary>
public enum ActorKind
{
    /// <summary>A signed-in person.</summary>
    Account,

    /// <summary>An access token; it acts with its owner's rights or less.</summary>
    Token,

    /// <summary>Helios itself, on behalf of a job.</summary>
    Job,

    /// <summary>Somebody with a one-time link, bound to one act.</summary>
    Guest,
}
