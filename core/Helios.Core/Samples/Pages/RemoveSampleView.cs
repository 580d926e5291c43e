namespace Helios.Core.Samples.Pages;

/// <summary>The page that removes the sample.</summary>
/// <param name="IsDone">Whether it is on its way.</param>
public sealed record RemoveSampleView(bool IsDone);
