namespace Helios.Kernel.Effects;

/// <summary>How much is known after a call.</summary>
public enum EffectAnswerKind
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was refused for good.</summary>
    Refused,

    /// <summary>It certainly was not done.</summary>
    NotDone,

    /// <summary>It may or may not have been done.</summary>
    Unclear,
}
