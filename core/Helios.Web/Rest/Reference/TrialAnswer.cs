namespace Helios.Web.Rest.Reference;

/// <summary>What a tried request was answered.</summary>
/// <param name="Request">Method and address as they were sent.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers that say something about the answer.</param>
/// <param name="Body">The body, JSON with line breaks; empty where there is none.</param>
/// <param name="Length">How many bytes it had.</param>
/// <param name="IsCut">Whether not all of it is shown.</param>
/// <param name="Took">How long it took.</param>
public sealed record TrialAnswer(
    string Request, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body, long Length, bool IsCut, TimeSpan Took);
