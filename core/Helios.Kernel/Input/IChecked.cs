using Helios.Kernel.Problems;

namespace Helios.Kernel.Input;

/// <summary>An input whose fields depend on each other. What one field can tell stands in its attributes.</summary>
public interface IChecked
{
    /// <summary>Every broken rule, each naming its field.</summary>
    IEnumerable<FieldProblem> Check();
}
