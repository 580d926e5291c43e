using System.Text.Json;

namespace Helios.Kernel.CustomFields;

/// <summary>The pipeline's view of a <see cref="CustomFieldInput{T}"/>.</summary>
public interface ICustomFieldInput
{
    /// <summary>The class of the kind whose fields they are.</summary>
    Type EntityType { get; }

    /// <summary>What was sent, by API name.</summary>
    IReadOnlyDictionary<string, JsonElement> Sent { get; }
}
