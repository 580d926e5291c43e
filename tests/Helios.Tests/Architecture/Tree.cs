using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using Mono.Cecil;
using AssemblyDefinition = Mono.Cecil.AssemblyDefinition;

namespace Helios.Tests.Architecture;

/// <summary>The built assemblies of the product and the folder that their code stands in.</summary>
static class Tree
{
    static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    public static IReadOnlyList<string> Names { get; } = ["Helios.Kernel", "Helios.Web", "Helios.Core", "Helios.Itsm", "Helios.Server"];

    public static AssemblyDefinition Read(string name) =>
        AssemblyDefinition.ReadAssembly(PathOf(name), new ReaderParameters { ReadSymbols = true, InMemory = true });

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    /// <summary>The source files of each type, from the pdb: sequence points for types with code, definition documents for the rest.</summary>
    public static Dictionary<string, HashSet<string>> FilesOf(string name)
    {
        var files = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        using var assembly = Read(name);
        foreach (var type in assembly.MainModule.Types.Where(type => type.Namespace.Length > 0))
        {
            var own = files[type.FullName] = new HashSet<string>(StringComparer.Ordinal);
            foreach (var method in type.Methods.Where(method => method.DebugInformation.HasSequencePoints))
                own.Add(method.DebugInformation.SequencePoints[0].Document.Url);
        }

        AddDefinitionDocuments(name, files);
        return files;
    }

    static void AddDefinitionDocuments(string name, Dictionary<string, HashSet<string>> files)
    {
        using var dll = File.OpenRead(PathOf(name));
        using var portable = new System.Reflection.PortableExecutable.PEReader(dll);
        var types = portable.GetMetadataReader();
        using var pdb = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(PathOf(name), ".pdb")));
        var symbols = pdb.GetMetadataReader();
        foreach (var handle in types.TypeDefinitions)
        {
            var definition = types.GetTypeDefinition(handle);
            var full = $"{types.GetString(definition.Namespace)}.{types.GetString(definition.Name)}";
            if (!files.TryGetValue(full, out var own) || own.Count > 0)
                continue;
            foreach (var info in symbols.GetCustomDebugInformation(handle).Select(symbols.GetCustomDebugInformation))
            {
                if (symbols.GetGuid(info.Kind) != TypeDefinitionDocuments)
                    continue;
                var blob = symbols.GetBlobReader(info.Value);
                while (blob.RemainingBytes > 0)
                {
                    var document = symbols.GetDocument(System.Reflection.Metadata.Ecma335.MetadataTokens.DocumentHandle(blob.ReadCompressedInteger()));
                    own.Add(symbols.GetString(document.Name));
                }
            }
        }
    }

    static string ThisFile([CallerFilePath] string path = "") => path.StartsWith("/_/", StringComparison.Ordinal)
        ? Path.Combine(RepositoryRoot(), path[3..])
        : path;

    /// <summary>Builds map the root to /_/, so the tests look for it above the folder they run in.</summary>
    static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Helios.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run the tests from inside the repository.");
    }
}
