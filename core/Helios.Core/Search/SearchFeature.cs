using Helios.Core.Search.Queries;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;

namespace Helios.Core.Search;

/// <summary>Finding anything: by key, name, mail address or any word, of every kind at once.</summary>
public sealed class SearchFeature : Feature
{
    public override string Name => "search";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission("search:use", "Find everything that one may see", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Query<SearchEverything>("search.everything", "search:use").Rest("GET /search");
        feature.Every<WordCount>("search.words", TimeSpan.FromSeconds(30));
    }
}
