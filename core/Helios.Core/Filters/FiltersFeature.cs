using Helios.Core.Search;
using Helios.Kernel.Modules;

namespace Helios.Core.Filters;

/// <summary>The filter language at the doors: completion for the list of every kind.</summary>
public sealed class FiltersFeature : Feature
{
    public override string Name => "filters";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Query<CompleteFilter>("filters.complete", SearchFeature.Use).Rest("GET /lists/{kind}/completion");
        feature.Contribute(new FilterPages());
    }
}
