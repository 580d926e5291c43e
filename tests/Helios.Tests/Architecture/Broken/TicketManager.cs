namespace Helios.Tests.Architecture.Broken;

/// <summary>Breaks the rules on names and on static state, so that they can be seen to fail.</summary>
static class TicketManager
{
    internal static int CanBeSet;

    public static int Next() => ++CanBeSet;
}
