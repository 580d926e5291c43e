namespace Helios.Kernel.Modules;

/// <summary>Something an actor may be allowed.</summary>
/// <param name="Module">Who declares it.</param>
/// <param name="Name">Such as <c>tickets:read</c>.</param>
/// <param name="Meaning">What it allows, for people.</param>
/// <param name="Roles">The stock roles that have it besides owner.</param>
public sealed record PermissionDeclaration(Module Module, string Name, string Meaning, IReadOnlyList<string> Roles);
