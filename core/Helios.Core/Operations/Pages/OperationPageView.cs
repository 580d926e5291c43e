using Helios.Kernel.Effects;

namespace Helios.Core.Operations.Pages;

/// <summary>One effect on the outside world.</summary>
/// <param name="Operation">The effect.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record OperationPageView(OperationView Operation, DateTimeOffset Now);
