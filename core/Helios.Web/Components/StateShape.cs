namespace Helios.Web.Components;

/// <summary>The shape that stands for the category of a state; names of states are the organization's own.</summary>
public enum StateShape
{
    /// <summary>Dashed ring: nobody has looked at it.</summary>
    New,

    /// <summary>Ring: open.</summary>
    Open,

    /// <summary>Half disc in a ring: being worked on.</summary>
    Progress,

    /// <summary>Pause in a ring: waiting for somebody.</summary>
    Waiting,

    /// <summary>Tick in a disc: done.</summary>
    Done,

    /// <summary>Small disc: up.</summary>
    Up,

    /// <summary>Triangle: degraded.</summary>
    Degraded,

    /// <summary>Square: down.</summary>
    Down,

    /// <summary>Small ring: paused, closed, switched off.</summary>
    Paused,
}
