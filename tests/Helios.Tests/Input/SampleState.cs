namespace Helios.Tests.Input;

public enum SampleState
{
    /// <summary>Somebody has it.</summary>
    InUse,

    /// <summary>Nobody has it.</summary>
    Free,
}
