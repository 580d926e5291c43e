using Helios.Core.Labeling.Queries;
using Helios.Kernel.Labeling;
using Helios.Web.Components.Content;

namespace Helios.Core.Labeling.Pages;

/// <summary>The form of one label.</summary>
/// <param name="Tabs">The tabs of the settings.</param>
/// <param name="Label">The label as it stands.</param>
/// <param name="One">The singular in the form.</param>
/// <param name="Many">The plural in the form.</param>
/// <param name="Preview">How pages would read it.</param>
public sealed record LabelView(IReadOnlyList<TabLink> Tabs, ListLabels.Item Label, string One, string Many, Label Preview)
{
    /// <summary>Whether there is anything to save.</summary>
    public bool IsChanged => One != Label.One || Many != Label.Many;
}
