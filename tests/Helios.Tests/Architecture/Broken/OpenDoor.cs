namespace Helios.Tests.Architecture.Broken;

/// <summary>Breaks the rules on sealing and on other people's handlers, so that they can be seen to fail.</summary>
#pragma warning disable MA0053, CA1852, RCS1102
class OpenDoor
{
    public static object Reach() => new Fixtures.Gadgets.RenameGadget.Handler();
}
