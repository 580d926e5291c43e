using System.Text.Json.Nodes;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Input;

namespace Helios.Web.Files;

/// <summary>The field of an input that names files by <c>RowRef&lt;Upload&gt;</c>: doors may be given the files themselves there.</summary>
/// <param name="Field">The field: one reference, or a list of them.</param>
public sealed record UploadField(RecordField Field)
{
    /// <summary>Its name on the wire.</summary>
    public string Name => Field.Name;

    /// <summary>How many files it takes.</summary>
    public int Most => IsList ? FileLimits.FilesAtOnce : 1;

    /// <summary>Whether it takes several.</summary>
    public bool IsList => Field.Shape.Kind == ValueKind.List;

    /// <summary>The field of a record, or null where it takes no files.</summary>
    public static UploadField? Of(RecordContract contract) =>
        contract.Fields.FirstOrDefault(field => (field.Shape.Element ?? field.Shape).Bare == typeof(RowRef<Upload>)) is { } found ? new UploadField(found) : null;

    /// <summary>Writes the ids of received files into what was sent, behind those that were named.</summary>
    public void Put(JsonObject sent, IReadOnlyList<Guid> received)
    {
        if (received.Count == 0)
            return;
        if (!IsList)
        {
            sent[Name] = received[0];
            return;
        }

        var named = sent[Name] as JsonArray ?? [];
        foreach (var id in received)
            named.Add(id);
        sent[Name] = named;
    }
}
