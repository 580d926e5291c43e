namespace Helios.Kernel.Effects;

/// <summary>What is known after a call.</summary>
/// <param name="Kind">Whether it was done, and whether it may be tried again.</param>
/// <param name="Message">What happened, for people; null where there is nothing to say.</param>
public sealed record EffectAnswer(EffectAnswerKind Kind, string? Message)
{
    /// <summary>What the far side answered, where that is worth keeping; no secrets.</summary>
    public string? Result { get; init; }

    /// <summary>How long the far side asks to be left alone.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>It was done.</summary>
    public static EffectAnswer Done(string? message = null, string? result = null) => new(EffectAnswerKind.Done, message) { Result = result };

    /// <summary>The far side understood and refused: trying again would not help.</summary>
    public static EffectAnswer Refused(string message) => new(EffectAnswerKind.Refused, message);

    /// <summary>It certainly was not done: it can be tried again.</summary>
    public static EffectAnswer NotDone(string message, TimeSpan? after = null) => new(EffectAnswerKind.NotDone, message) { After = after };

    /// <summary>It may or may not have been done: only a far side that recognizes repeated calls is called again.</summary>
    public static EffectAnswer Unclear(string message) => new(EffectAnswerKind.Unclear, message);
}
