using Helios.Kernel.Problems;
using Helios.Web.Components.Forms;

namespace Helios.Web.Pages;

/// <summary>The form of a panel as it was refused, on its way to the page of the record.</summary>
/// <param name="Panel">The name of the panel's form.</param>
/// <param name="Problem">Why it was refused.</param>
/// <param name="Form">What was typed and what is wrong with it.</param>
sealed record PanelRefusal(string Panel, Problem Problem, FormState Form);
