namespace Helios.Core.Importing;

/// <summary>Contributed: which field names a record of a kind besides its key, so that an import changes it instead of making it twice. The kind's <c>NamedBy</c> or its title finds it.</summary>
/// <param name="Kind">The kind's name.</param>
/// <param name="Field">The field of its create command, such as <c>serialNumber</c>.</param>
public sealed record ImportIdentity(string Kind, string Field);
