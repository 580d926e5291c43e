namespace Helios.Core.Secrets;

/// <summary>How long the fields of a secret may be, and what is said when they are not.</summary>
static class SecretLimits
{
    public const int Name = 120;
    public const string NameText = "Give a name of 1 to 120 characters.";
    public const int Description = 500;
    public const string DescriptionText = "A description may have 500 characters.";

    /// <summary>A private key or a certificate with its chain still fits.</summary>
    public const int Value = 20_000;
    public const string ValueText = "Enter the secret: 1 to 20,000 characters.";
    public const int ShortestReason = 8;
    public const int Reason = 500;
    public const string ReasonText = "Say in 8 to 500 characters why you need it, such as the ticket or the task.";
}
