using System.Collections.Frozen;
using System.IO.Compression;
using Helios.Kernel.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helios.Web.Assets;

/// <summary>The scripts, styles and pictures that modules embed from their folder <c>wwwroot</c>. Their address changes with the module's build, so they may be cached for ever.</summary>
public static class ModuleAssets
{
    /// <summary>Path under which they are served, for everyone alike.</summary>
    public const string Root = "/_m/";

    const string Prefix = "asset/";
    const int MarkLength = 12;

    /// <summary>The address of a file, such as <c>/_m/itsm/0f3a…/board.js</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="file">Its path below <c>wwwroot</c>.</param>
    public static string Address(Module module, string file) => $"{Root}{module.Id}/{Mark(module)}/{file}";

    /// <summary>Maps what the modules embed; anything else there is 404.</summary>
    /// <exception cref="InvalidOperationException">A file has an end that no browser is served.</exception>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes, Registry registry)
    {
        var files = registry.Modules.SelectMany(FilesOf).ToFrozenDictionary(file => file.Address, file => file.Content, StringComparer.Ordinal);
        return routes.MapMethods(Root + "{**file}", [HttpMethods.Get, HttpMethods.Head], context =>
            AssetEndpoints.Serve(context, files.GetValueOrDefault(context.Request.Path.Value!)?.Value));
    }

    // The compiler gives every build of other content another version id; what a module embeds is part of its content.
    static string Mark(Module module) => module.Assembly.ManifestModule.ModuleVersionId.ToString("n")[..MarkLength];

    static IEnumerable<(string Address, Lazy<Asset> Content)> FilesOf(Module module) => module.Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => (Address(module, name[Prefix.Length..]), Read(module, name, AssetEndpoints.ContentTypeOf(name))));

    // Compressed when somebody first asks for it: few modules embed much, and a start waits for nothing.
    static Lazy<Asset> Read(Module module, string name, string contentType) => new(() =>
    {
        using var resource = module.Assembly.GetManifestResourceStream(name)!;
        var plain = new byte[resource.Length];
        resource.ReadExactly(plain);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(plain);
        return new Asset(name, contentType, plain, packed.Length < plain.Length ? packed.ToArray() : null, Gzip: null);
    });
}
