using Helios.Core.Tags.Commands;
using Helios.Core.Tags.Queries;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Tags;

/// <summary>Words that sort entities of any kind; lists filter by them (<c>tag:printer</c>).</summary>
public sealed class TagsFeature : Feature
{
    public override string Name => "tags";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission("tags:read", "See the tags of entities", Roles.Admin, Roles.ItStaff);
        feature.Permission("tags:write", "Tag entities and take tags away", Roles.Admin, Roles.ItStaff);
        feature.Table(TagTables.Map);
        feature.Command<AddTag>("tags.add", "tags:write", "TagAdded").Internal().Rest("POST /entities/{entity}/tags");
        feature.Command<RemoveTag>("tags.remove", "tags:write", "TagRemoved").Internal().Rest("DELETE /entities/{entity}/tags/{tag}");
        feature.Query<ListEntityTags>("tags.of", "tags:read").Rest("GET /entities/{entity}/tags");
        feature.Query<ListTags>("tags.list", "tags:read").Rest("GET /tags");
        feature.Contribute(TagValues.Declared);
        feature.Contribute(new EventText("TagAdded", "added the tag {entity_tag.tag}"));
        feature.Contribute(new EventText("TagRemoved", "removed the tag {entity_tag.tag}"));
        feature.Contribute(new FieldText("entity_tag.tag", "tag") { IsInternal = true });
    }
}
