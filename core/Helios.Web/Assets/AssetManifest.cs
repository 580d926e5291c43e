using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Helios.Web.Assets;

/// <summary>What the web bundle holds: hashed file names, icon names and the style hashes of the content security policy.</summary>
/// <remarks>Read once from the resources that the build embeds; it never changes while the process runs.</remarks>
public sealed class AssetManifest
{
    /// <summary>Path under which the files are served. Their names carry a hash, so they may be cached for ever.</summary>
    public const string Root = "/assets/";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    readonly FrozenDictionary<string, string> addresses;

    AssetManifest(ManifestFile file)
    {
        addresses = file.Files.ToFrozenDictionary(f => f.Key, f => Root + f.Value, StringComparer.Ordinal);
        Files = [.. file.Files.Values];
        Icons = file.Icons.ToFrozenSet(StringComparer.Ordinal);
        StyleHashes = file.StyleHashes;
    }

    /// <summary>The bundle of this build.</summary>
    public static AssetManifest Embedded { get; } = Load();

    /// <summary>Names of all icons in the sprite (web/icons/icons.json).</summary>
    public FrozenSet<string> Icons { get; }

    /// <summary>Hashed names of all files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>CSP sources of the style elements that scripts insert (Turbo has one).</summary>
    public IReadOnlyList<string> StyleHashes { get; }

    /// <summary>The address of a file by its plain name, as <c>helios.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">The bundle has no such file.</exception>
    public string Address(string name) => addresses[name];

    internal static Stream? Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream("web/" + name);

    static AssetManifest Load()
    {
        using var stream = Open("manifest.json")
            ?? throw new InvalidOperationException("The web bundle is missing in Helios.Web. Run `npm ci` and `npm run build` in web/, then build again.");
        return new(JsonSerializer.Deserialize<ManifestFile>(stream, Json)
            ?? throw new InvalidOperationException("The manifest of the web bundle is empty. Run `npm run build` in web/, then build again."));
    }

    sealed record ManifestFile(Dictionary<string, string> Files, string[] Icons, string[] StyleHashes);
}
