using Helios.Core.CustomFields.Shown;
using Helios.Core.Directory.People.Queries;

namespace Helios.Core.Directory.People.Pages;

/// <summary>The form of a person.</summary>
/// <param name="User">The person as he stands; null for a new one.</param>
/// <param name="Clash">What somebody else changed while the form was open: label, value now, value typed.</param>
/// <param name="Fields">The custom fields.</param>
public sealed record UserFormView(UserDetails? User, IReadOnlyList<(string Label, string Now, string Typed)> Clash, CustomFieldForm Fields);
