namespace Helios.Kernel.Events;

/// <summary>What a command did to a row.</summary>
public enum RowDid
{
    Changed,
    Added,
    Removed,
}
