namespace Helios.Kernel.Secrets;

/// <summary>Names the key of the organization that the rows of this class are sealed with.</summary>
/// <param name="purpose">Such as <c>integration</c>: small letters and underscores.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SealPurposeAttribute(string purpose) : Attribute
{
    public string Purpose { get; } = purpose;
}
