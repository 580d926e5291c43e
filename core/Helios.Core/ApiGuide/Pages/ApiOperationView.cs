using Helios.Core.ApiGuide.Queries;
using Helios.Web.Rest.Reference;

namespace Helios.Core.ApiGuide.Pages;

/// <summary>One operation, with an example of this organization.</summary>
/// <param name="Operation">What is said about it.</param>
/// <param name="Example">The values of the example.</param>
/// <param name="Curl">The example for a shell.</param>
/// <param name="Body">The example's body, with line breaks; null where there is none.</param>
/// <param name="IsAllowed">Whether the actor's role allows it.</param>
/// <param name="Typed">What stands in the form.</param>
/// <param name="Answer">What was answered; null where nothing was tried.</param>
public sealed record ApiOperationView(
    ApiOperation Operation, GetApiExample.Result Example, string Curl, string? Body, bool IsAllowed, IReadOnlyDictionary<string, string> Typed, TrialAnswer? Answer);
