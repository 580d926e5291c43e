namespace Helios.Core.Samples;

/// <summary>One command of the sample's history.</summary>
/// <param name="At">When it happens.</param>
/// <param name="By">Who does it; null for the owner.</param>
/// <param name="Command">Makes the command, once what it names is there.</param>
/// <param name="Made">Hears the id and key of what was made.</param>
public sealed record SampleStep(DateTimeOffset At, SampleAuthor? By, Func<object> Command, Action<Guid, string?>? Made = null);
