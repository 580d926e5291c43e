using Helios.Core.Search.Pages;
using Helios.Core.Search.Queries;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;

namespace Helios.Core.Search;

/// <summary>Finding anything: by key, name, mail address or any word, of every kind at once.</summary>
public sealed class SearchFeature : Feature
{
    /// <summary>The permission to look for anything.</summary>
    public const string Use = "search:use";

    public override string Name => "search";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Use, "Find everything that one may see", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Query<SearchEverything>("search.everything", Use).Rest("GET /search");
        feature.Every<WordCount>("search.words", TimeSpan.FromSeconds(30));
        feature.Contribute(new SearchPages());
        feature.Contribute(new ShortLinks());
    }
}
