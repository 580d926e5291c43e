using Helios.Kernel.Modules;

namespace Helios.Kernel.Jobs;

/// <summary>Recurring work and its pace.</summary>
/// <param name="Module">Who declares it.</param>
/// <param name="Name">The immutable name.</param>
/// <param name="Every">The time between two starts.</param>
/// <param name="Handler">The class that does it.</param>
public sealed record RecurringDeclaration(Module Module, string Name, TimeSpan Every, Type Handler);
