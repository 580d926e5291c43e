using Helios.Core.ApiGuide.Pages;
using Helios.Core.ApiGuide.Queries;
using Helios.Core.Identity;
using Helios.Kernel.Modules;

namespace Helios.Core.ApiGuide;

/// <summary>The pages that explain every operation of the API and let people try it.</summary>
public sealed class ApiGuideFeature : Feature
{
    public override string Name => "api";

    public override void Declare(FeatureBuilder feature)
    {
        // Whoever may have a token may read what it is for.
        feature.Query<GetApiExample>("api.example", IdentityFeature.Own).NoRest("It finds the keys that the examples on the pages about the API name.");
        feature.Contribute(new ApiPages());
    }
}
