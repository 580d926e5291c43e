using System.Collections.Concurrent;

namespace Helios.Kernel.Live;

/// <summary>
/// Counts what happens in each organization, as far as this node knows: its own commits at once, those of other nodes when
/// their events are sealed. Whoever keeps an answer compares the number of before with the one of now.
/// </summary>
public sealed class OrganizationChanges
{
    readonly ConcurrentDictionary<Guid, long> happened = new();
    readonly ConcurrentDictionary<Guid, long> reached = new();
    volatile bool listens;

    /// <summary>How much has happened so far; null while other nodes can't be heard, when nothing may be kept.</summary>
    public long? Count(Guid organization) => listens ? happened.GetValueOrDefault(organization) : null;

    /// <summary>
    /// Up to which seq an organization's events are sealed, as far as this node has heard; 0 before it heard of any. What is read
    /// from now on is at least as new, answers that were kept included.
    /// </summary>
    public long Reached(Guid organization) => reached.GetValueOrDefault(organization);

    /// <summary>Events of an organization were sealed up to a place of its chain, on whatever node.</summary>
    public void Sealed(Guid organization, long seq)
    {
        if (Reached(organization) >= seq)
            return;
        Happened(organization);
        reached.AddOrUpdate(organization, seq, (_, known) => Math.Max(known, seq));
    }

    /// <summary>Something happened in an organization.</summary>
    internal void Happened(Guid organization) => happened.AddOrUpdate(organization, 1, static (_, count) => count + 1);

    /// <summary>Other nodes are heard from now on; what they did before is unknown, so everything counts as changed.</summary>
    internal void Hears()
    {
        foreach (var organization in happened.Keys)
            Happened(organization);
        listens = true;
    }

    /// <summary>The connection was lost.</summary>
    internal void HearsNothing() => listens = false;
}
