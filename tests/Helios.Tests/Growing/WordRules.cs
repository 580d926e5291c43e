using System.Reflection;
using System.Xml.Linq;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;

namespace Helios.Tests.Growing;

/// <summary>What the records say in words: they become the API's description, tool texts and completion.</summary>
static class WordRules
{
    /// <summary>Inputs that take an id without saying of what.</summary>
    public static IEnumerable<string> RawIds(IEnumerable<Declared> everything) =>
        from declared in everything
        from property in declared.Input.GetProperties()
        where HoldsGuid(property.PropertyType)
        select $"{declared} takes a raw Guid in {property.Name}. Make it an EntityRef or a RowRef, so that the pipeline checks it.";

    /// <summary>Commands, queries and entities without a summary.</summary>
    public static IEnumerable<string> Silent(Registry registry)
    {
        var docs = new Kernel.Schemas.XmlDocs();
        return Declared.All(registry).Select(declared => declared.Input).Concat(registry.Kinds.Select(kind => kind.Type))
            .Where(type => docs.Of(type) is not { Length: > 10 } text || !text.EndsWith('.'))
            .Select(type => $"{type.FullName} has no summary of one sentence. It is what people and tools read.");
    }

    /// <summary>Public types of an assembly without a summary.</summary>
    public static IEnumerable<string> Undocumented(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file))
            return [$"{assembly.GetName().Name} has no XML documentation beside it."];
        var known = XDocument.Load(file).Descendants("member").Where(member => member.Element("summary") is not null || member.Element("inheritdoc") is not null)
            .Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        return assembly.GetExportedTypes().Where(type => !IsComponent(type) && type.Name != "_Imports" && !type.Name.Contains('<', StringComparison.Ordinal) && !known.Contains("T:" + type.FullName!.Replace('+', '.')))
            .Where(type => !type.IsNested || type.Name is not "Handler")
            .Select(type => $"{type.FullName} has no summary.");
    }

    static bool HoldsGuid(Type type) => !IsReference(type) && (
        type == typeof(Guid) || (Nullable.GetUnderlyingType(type) is { } bare && HoldsGuid(bare)) || (type.IsArray && HoldsGuid(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(HoldsGuid))
        || (type is { IsClass: true, Namespace: { } space } && space.StartsWith("Helios", StringComparison.Ordinal) && type.GetProperties().Any(property => property.PropertyType != type && HoldsGuid(property.PropertyType))));

    static bool IsReference(Type type) => typeof(IEntityRef).IsAssignableFrom(type) || typeof(IRowRef).IsAssignableFrom(type)
        || typeof(ICustomFieldInput).IsAssignableFrom(type);

    static bool IsComponent(Type type) => typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type);
}
