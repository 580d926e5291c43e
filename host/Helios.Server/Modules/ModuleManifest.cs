using System.Text.Json;
using Helios.Kernel.Installations;

namespace Helios.Server.Modules;

/// <summary>What a package says of its module before anything of it is loaded: <c>module.json</c>, which the build writes.</summary>
/// <param name="Id">The module's immutable name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Core">The versions of core that it runs on.</param>
/// <param name="Requires">The modules that must be there.</param>
public sealed record ModuleManifest(string Id, Version Version, VersionRange Core, IReadOnlyList<ModuleNeed> Requires)
{
    /// <summary>The name of the file in the package's folder.</summary>
    public const string FileName = "module.json";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = { new VersionText() } };

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="InstallationException">There is none, or it says nothing that can be understood.</exception>
    public static ModuleManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new InstallationException($"The folder {folder} holds no module: {FileName} is missing in it.", "Install the module again, or remove the folder.");
        try
        {
            return JsonSerializer.Deserialize<ModuleManifest>(File.ReadAllText(path), Json) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException e)
        {
            throw new InstallationException($"The file {path} cannot be understood: {e.Message}", "Install the module again.", e);
        }
    }
}
