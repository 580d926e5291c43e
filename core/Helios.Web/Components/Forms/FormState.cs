using System.Collections.Frozen;

namespace Helios.Web.Components.Forms;

/// <summary>What a refused form gives back: every value as typed, and what is wrong with which field. Fields take both by their name.</summary>
public sealed record FormState
{
    /// <summary>A form that nobody has sent yet.</summary>
    public static FormState Fresh { get; } = new();

    /// <summary>What was typed, by field name; null if the form is fresh.</summary>
    public IReadOnlyDictionary<string, string?>? Values { get; init; }

    /// <summary>Everything that was typed into fields that can be given several times, by field name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>What is wrong, by field name, with the way out. The empty name is for the form as a whole.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = FrozenDictionary<string, string>.Empty;
}
