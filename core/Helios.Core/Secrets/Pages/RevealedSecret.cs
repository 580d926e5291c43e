namespace Helios.Core.Secrets.Pages;

/// <summary>A value that is shown right now.</summary>
/// <param name="Value">The secret.</param>
/// <param name="Reason">Why it was asked for.</param>
public sealed record RevealedSecret(string Value, string Reason)
{
    /// <summary>The reason alone.</summary>
    public override string ToString() => Reason;
}
