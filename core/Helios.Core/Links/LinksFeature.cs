using Helios.Core.Links.Commands;
using Helios.Core.Links.Queries;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Links;

/// <summary>Everything to everything: connections between entities of any kind.</summary>
public sealed class LinksFeature : Feature
{
    public override string Name => "links";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission("links:read", "See what an entity is linked to, as far as one may see it", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission("links:write", "Link entities and take links away", Roles.Admin, Roles.ItStaff);
        feature.Table(LinkTable.Map);
        feature.Row<Link>("link");
        feature.Contribute(Relation.Related);
        // What staff link is theirs: a requester's timeline must not name what he cannot see.
        feature.Command<AddLink>("links.add", "links:write", "LinkAdded").Internal().Rest("POST /entities/{entity}/links");
        feature.Command<RemoveLink>("links.remove", "links:write", "LinkRemoved").Internal().Rest("DELETE /links/{link}");
        feature.Query<ListLinks>("links.of", "links:read").Rest("GET /entities/{entity}/links");
        feature.Unique("link_pair", "to", "These two are linked in this way already. There is nothing to do.");
        feature.Contribute(new EventText("LinkAdded", "linked this to {link.toId}"));
        feature.Contribute(new EventText("LinkAdded", "linked this to {link.fromId}"));
        feature.Contribute(new EventText("LinkRemoved", "removed the link to {link.toId}"));
        feature.Contribute(new EventText("LinkRemoved", "removed the link to {link.fromId}"));
        feature.Contribute(new FieldText("link.toId", "linked") { IsInternal = true });
        feature.Contribute(new FieldText("link.fromId", "linked") { IsInternal = true });
    }
}
