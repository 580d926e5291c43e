namespace Helios.Kernel.Problems;

/// <summary>What is wrong with one field of an input, in words that name the way out.</summary>
/// <param name="Field">The field's name on the wire (camel case).</param>
/// <param name="Text">One sentence: what is wrong and what to do.</param>
public sealed record FieldProblem(string Field, string Text);
