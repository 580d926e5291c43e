using Helios.Kernel.Problems;

namespace Helios.Kernel.Entities;

/// <summary>
/// An entity whose fields depend on each other, as a last day on a first one. Its commands see to it; an undo, which puts back
/// what one command changed under what later ones did, asks here.
/// </summary>
public interface IConsistent
{
    /// <summary>Every rule that is broken, each naming its field; none when all is well.</summary>
    IEnumerable<FieldProblem> Broken();
}
