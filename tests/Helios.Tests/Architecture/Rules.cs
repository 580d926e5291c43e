using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Helios.Tests.Architecture;

/// <summary>The rules of the house, each a function from code to the places that break it.</summary>
static class Rules
{
    static readonly string[] BannedEndings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Dto", "Impl", "Base"];

    static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Helios.Kernel"] = [],
        ["Helios.Web"] = ["Helios.Kernel"],
        ["Helios.Core"] = ["Helios.Kernel", "Helios.Web"],
        ["Helios.Server"] = ["Helios.Kernel", "Helios.Web", "Helios.Core"],
    };

    /// <summary>Kernel ← Web ← Core ← modules; the host knows Core only; a module knows no other module; the kernel knows no ASP.NET.</summary>
    public static IEnumerable<string> Arrows(AssemblyDefinition assembly)
    {
        var name = assembly.Name.Name;
        var allowed = Allowed.GetValueOrDefault(name, ["Helios.Kernel", "Helios.Web", "Helios.Core"]);
        foreach (var reference in assembly.MainModule.AssemblyReferences.Select(reference => reference.Name))
        {
            if (reference.StartsWith("Helios.", StringComparison.Ordinal) && !allowed.Contains(reference, StringComparer.Ordinal))
                yield return $"{name} must not know {reference}.";
            if (name == "Helios.Kernel" && reference.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                yield return $"{name} must not know {reference}: there is no ASP.NET in the kernel.";
        }
    }

    /// <summary>A namespace is the path of its folder.</summary>
    public static IEnumerable<string> Folders(string assembly, IReadOnlyDictionary<string, HashSet<string>> filesOfTypes)
    {
        foreach (var (type, files) in filesOfTypes)
        {
            foreach (var file in files.Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && file.Contains($"/{assembly}/", StringComparison.Ordinal)))
            {
                var inside = file[(file.IndexOf($"/{assembly}/", StringComparison.Ordinal) + 1)..];
                var expected = Path.GetDirectoryName(inside)!.Replace('/', '.');
                var actual = type[..type.LastIndexOf('.')];
                if (actual != expected)
                    yield return $"{type} stands in {inside}, so its namespace must be {expected}.";
            }
        }
    }

    /// <summary>Nobody but the pipeline meets a handler, and pages belong to their feature.</summary>
    public static IEnumerable<string> Internals(AssemblyDefinition assembly)
    {
        foreach (var type in assembly.MainModule.GetAllTypes())
        {
            foreach (var used in UsedBy(type))
            {
                if (used is { IsNested: true, Name: "Handler" } && used.DeclaringType.FullName != type.FullName && used.FullName != Outer(type).FullName && !Outer(type).FullName.Equals(used.DeclaringType.FullName, StringComparison.Ordinal))
                    yield return $"{type.FullName} reaches into {used.FullName}: run the command, not its handler.";
                if (NamespaceOf(used).EndsWith(".Pages", StringComparison.Ordinal) && FeatureOf(used) != FeatureOf(type) && !NamespaceOf(used).Equals("Helios.Web.Pages", StringComparison.Ordinal))
                    yield return $"{type.FullName} reaches into the pages of {FeatureOf(used)} ({used.FullName}).";
            }
        }
    }

    /// <summary>No static field can be set after start.</summary>
    public static IEnumerable<string> StaticState(AssemblyDefinition assembly) =>
        from type in assembly.MainModule.GetAllTypes()
        where !IsGenerated(type)
        from field in type.Fields
        where field is { IsStatic: true, IsInitOnly: false, IsLiteral: false } && !field.Name.Contains('<', StringComparison.Ordinal)
        select $"{type.FullName}.{field.Name} is static and can be set.";

    /// <summary>No names that say nothing.</summary>
    public static IEnumerable<string> Names(AssemblyDefinition assembly) =>
        from type in assembly.MainModule.Types
        let ending = Array.Find(BannedEndings, word => type.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal))
        where ending is not null
        select $"{type.FullName} ends in {ending}, which says nothing. Use the field's own word.";

    /// <summary>A class that nobody derives from is sealed.</summary>
    public static IEnumerable<string> Unsealed(AssemblyDefinition assembly)
    {
        var all = assembly.MainModule.GetAllTypes().ToList();
        var derived = all.Select(type => type.BaseType?.GetElementType().FullName).ToHashSet(StringComparer.Ordinal);
        return all.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsGenerated(type) && !IsComponent(type) && !derived.Contains(type.FullName))
            .Select(type => $"{type.FullName} is open though nobody derives from it: seal it.");
    }

    /// <summary>Files stay small enough to read in a sitting.</summary>
    public static IEnumerable<string> Sizes(IEnumerable<(string Path, int Lines)> files) =>
        files.Where(file => file.Lines > 400).Select(file => $"{file.Path} has {file.Lines} lines; 400 is the limit.");

    static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        var signatures = type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            .Concat(type.Fields.Select(field => field.FieldType));
        var bodies = type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand switch
        {
            MethodReference method => method.DeclaringType,
            FieldReference field => field.DeclaringType,
            TypeReference operand => operand,
            _ => null,
        });
        return signatures.Concat(bodies.OfType<TypeReference>()).Select(reference => reference.GetElementType()).Where(reference => NamespaceOf(reference).StartsWith("Helios", StringComparison.Ordinal));
    }

    static string NamespaceOf(TypeReference type) => Outer(type).Namespace;

    static string FeatureOf(TypeReference type)
    {
        var parts = NamespaceOf(type).Split('.').TakeWhile(part => part is not ("Pages" or "Commands" or "Queries"));
        return string.Join('.', parts);
    }

    static TypeReference Outer(TypeReference type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        return type;
    }

    static bool IsComponent(TypeDefinition type)
    {
        for (var current = type; current is not null; current = current.BaseType is { } parent && parent.Scope == current.Scope ? parent.Resolve() : null)
            if (current.BaseType?.FullName is { } name && (name.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) || name.StartsWith("Helios.Web", StringComparison.Ordinal)))
                return true;
        return false;
    }

    static bool IsGenerated(TypeDefinition type) => type.Name is "_Imports" or "Program" ||
        type.Name.Contains('<', StringComparison.Ordinal) || Outer(type).Name.Contains('<', StringComparison.Ordinal) || type.Namespace.StartsWith("Microsoft", StringComparison.Ordinal)
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");
}
