using Helios.Core.Links.Commands;
using Helios.Core.Links.Pages;
using Helios.Core.Links.Queries;
using Helios.Core.Settings;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Core.Links;

/// <summary>Everything to everything: connections between entities of any kind.</summary>
public sealed class LinksFeature : Feature
{
    /// <summary>See links.</summary>
    public const string Read = "links:read";

    /// <summary>Make links and take them away.</summary>
    public const string Write = "links:write";

    /// <summary>Say how things can belong together.</summary>
    public const string Manage = "relations:manage";

    public override string Name => "links";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "See what an entity is linked to, as far as one may see it", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission(Write, "Link entities, end links and take them away", Roles.Admin, Roles.ItStaff);
        feature.Permission(Manage, "Add relations and change the organization's own", Roles.Admin);
        feature.Table(LinkTable.Map);
        feature.Row<Link>("link");
        feature.Row<RelationType>("relation", (relations, actor) => actor.IsStaff ? relations : relations.Where(relation => false));
        foreach (var relation in Relation.Stock)
            feature.Contribute(relation);

        // What staff link is theirs: a requester's timeline must not name what he cannot see.
        feature.Command<AddLink>("links.add", Write, "LinkAdded").Internal().Quiet().Rest("POST /entities/{entity}/links");
        feature.Command<UpdateLink>("links.update", Write, "LinkUpdated").Internal().Quiet().Rest("PATCH /links/{link}");
        feature.Command<EndLink>("links.end", Write, "LinkEnded").Internal().Quiet().Rest("POST /links/{link}/end");
        feature.Command<RemoveLink>("links.remove", Write, "LinkRemoved").Internal().Quiet().Rest("DELETE /links/{link}");
        feature.Query<ListLinks>("links.of", Read).Rest("GET /entities/{entity}/links");
        feature.Query<GetLinkGraph>("links.graph", Read).Rest("GET /entities/{entity}/graph");
        feature.Unique("link_pair", "to", "These two are linked in this way already. There is nothing to do.");

        feature.Command<AddRelationType>("relations.add", Manage, "RelationAdded").Internal().Quiet().Rest("POST /relations").Inverse<RelationBack>();
        feature.Command<UpdateRelationType>("relations.update", Manage, "RelationUpdated").Internal().Quiet().Rest("PATCH /relations/{relation}");
        feature.Command<ArchiveRelationType>("relations.archive", Manage, "RelationArchived").Internal().Quiet().Rest("POST /relations/{relation}/archive");
        feature.Command<RestoreRelationType>("relations.restore", Manage, "RelationRestored").Internal().Quiet().Rest("POST /relations/{relation}/restore");
        feature.Query<ListRelations>("relations.list", Write).Rest("GET /relations");
        feature.Unique("relation_type_name", "name", "There is a relation of this name already. Give another name.");

        feature.Contribute(new LinkPages());
        feature.Contribute(new EntityPanel(null, Read, LinkPages.Panel) { Order = 90 });
        feature.Contribute(new SettingsTab("Relations", LinkPages.Settings, Manage) { Order = 40 });
        Texts(feature);
    }

    static void Texts(FeatureBuilder feature)
    {
        foreach (var end in new[] { "{link.toId}", "{link.fromId}" })
        {
            feature.Contribute(new EventText("LinkAdded", "linked this to " + end));
            feature.Contribute(new EventText("LinkRemoved", "removed the link to " + end));
        }

        feature.Contribute(new EventText("LinkEnded", "ended a link on {link.until}"));
        feature.Contribute(new EventText("LinkUpdated", "changed what is known about a link"));
        feature.Contribute(new EventText("RelationAdded", "added the relation “{relation_type.wording}”"));
        feature.Contribute(new EventText("RelationUpdated", "changed the relation “{relation_type.wording}”"));
        feature.Contribute(new EventText("RelationArchived", "archived a relation"));
        feature.Contribute(new EventText("RelationRestored", "restored a relation"));
        feature.Contribute(new FieldText("link.toId", "linked") { IsInternal = true });
        feature.Contribute(new FieldText("link.fromId", "linked") { IsInternal = true });
        feature.Contribute(new FieldText("link.until", "end") { IsInternal = true });
        feature.Contribute(new FieldText("link.since", "beginning") { IsInternal = true });
        feature.Contribute(new FieldText("relation_type.wording", "relation") { IsInternal = true });
    }
}
