namespace Helios.Kernel.Secrets;

/// <summary>A key of an organization, opened; it is zeroed when it is disposed of.</summary>
sealed class OrganizationKey(int version, KeyBytes key) : IDisposable
{
    /// <summary>1 for the first; each rotation counts up.</summary>
    public int Version { get; } = version;

    public byte[] Close(SealPlace place, string text) => SealedForm.Close(key.Span, Version, place, text);

    public string Open(SealPlace place, ReadOnlySpan<byte> envelope) => SealedForm.Open(key.Span, envelope, place);

    public void Dispose() => key.Dispose();
}
