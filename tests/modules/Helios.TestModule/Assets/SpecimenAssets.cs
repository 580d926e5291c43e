using Helios.Kernel.Modules;
using Helios.Web.Assets;

namespace Helios.TestModule.Assets;

/// <summary>The addresses of the module's files. The folder's name is one that features have too (assets of an organization): it means nothing to the build.</summary>
/// <param name="module">The module.</param>
public sealed class SpecimenAssets(Module module)
{
    public string Style => ModuleAssets.Address(module, "specimen.css");

    public string Script => ModuleAssets.Address(module, "specimen.js");
}
