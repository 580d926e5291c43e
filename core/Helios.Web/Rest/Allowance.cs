namespace Helios.Web.Rest;

/// <summary>What a credential's limit says to one request.</summary>
/// <param name="IsGranted">Whether it may go on.</param>
/// <param name="Remaining">Requests that are left at once.</param>
/// <param name="FullIn">Seconds until the whole quota is there again.</param>
/// <param name="NextIn">Seconds until one more request is allowed.</param>
public readonly record struct Allowance(bool IsGranted, int Remaining, int FullIn, int NextIn);
