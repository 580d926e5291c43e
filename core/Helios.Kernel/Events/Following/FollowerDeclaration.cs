using Helios.Kernel.Modules;

namespace Helios.Kernel.Events.Following;

/// <summary>A declared follower of events.</summary>
/// <param name="Module">Who declares it; where the module is off, events pass it by.</param>
/// <param name="Name">The immutable name, under which its places are kept.</param>
/// <param name="Handler">The class that takes the events.</param>
public sealed record FollowerDeclaration(Module Module, string Name, Type Handler);
