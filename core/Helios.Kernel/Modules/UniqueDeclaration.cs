namespace Helios.Kernel.Modules;

/// <summary>What to tell people when a unique constraint refuses.</summary>
/// <param name="Constraint">The constraint's or index's name in the database.</param>
/// <param name="Field">The input field that it is about.</param>
/// <param name="Text">The sentence, with the way out.</param>
public sealed record UniqueDeclaration(string Constraint, string Field, string Text);
