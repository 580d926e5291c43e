using Helios.Core.Settings;
using Helios.Core.Tags.Commands;
using Helios.Core.Tags.Pages;
using Helios.Core.Tags.Queries;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Tags;

/// <summary>Words that sort entities of any kind; lists filter by them (<c>tag:printer</c>).</summary>
public sealed class TagsFeature : Feature
{
    /// <summary>See tags.</summary>
    public const string Read = "tags:read";

    /// <summary>Tag entities.</summary>
    public const string Write = "tags:write";

    /// <summary>Change the tags themselves.</summary>
    public const string Manage = "tags:manage";

    public override string Name => "tags";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "See the tags of entities", Roles.Admin, Roles.ItStaff);
        feature.Permission(Write, "Tag entities and take tags away", Roles.Admin, Roles.ItStaff);
        feature.Permission(Manage, "Rename, color, merge and archive tags", Roles.Admin);
        feature.Table(TagTables.Map);
        feature.Command<AddTag>("tags.add", Write, "TagAdded").Internal().Quiet().Rest("POST /entities/{entity}/tags");
        feature.Command<RemoveTag>("tags.remove", Write, "TagRemoved").Internal().Quiet().Rest("DELETE /entities/{entity}/tags/{tag}");
        feature.Command<UpdateTag>("tags.update", Manage, "TagUpdated").Internal().Quiet().Rest("PATCH /tags/{tag}");
        feature.Command<MergeTags>("tags.merge", Manage, "TagsMerged").Internal().Quiet().Rest("POST /tags/{tag}/merge").Inverse<TagMergeBack>();
        feature.Command<FinishTagMerge>("tags.finish_merge", Manage, "TagsMerged").Internal().Quiet().NoRest("It is a step of tags.merge, which runs it until all is moved.").Inverse<TagMergeBack>();
        feature.Command<ArchiveTag>("tags.archive", Manage, "TagArchived").Internal().Quiet().Rest("POST /tags/{tag}/archive");
        feature.Command<RestoreTag>("tags.restore", Manage, "TagRestored").Internal().Quiet().Rest("POST /tags/{tag}/restore");
        feature.Query<ListEntityTags>("tags.of", Read).Rest("GET /entities/{entity}/tags");
        feature.Query<ListTags>("tags.list", Read).Rest("GET /tags");
        feature.Query<CountTags>("tags.count", Read).Rest("GET /tag-counts");
        feature.Job<RunTagMerge.Work, RunTagMerge>(RunTagMerge.Name, "Merge tags");
        feature.Every<TagSweep>("tags.sweep", TimeSpan.FromDays(1));
        feature.Unique("tag_name_pkey", "name", "Another tag has this name already. Merge the two, or take another name.");
        feature.Contribute(new TagPages());
        feature.Contribute(new SettingsTab("Tags", TagPages.Settings, Manage) { Order = 50 });
        feature.Contribute(TagValues.Declared);
        Texts(feature);
    }

    static void Texts(FeatureBuilder feature)
    {
        feature.Contribute(new EventText("TagAdded", "added the tag {entity_tag.tag}"));
        feature.Contribute(new EventText("TagRemoved", "removed the tag {entity_tag.tag}"));
        feature.Contribute(new EventText("TagsMerged", "merged the tag {entity_tag.tag:old} into {entity_tag.tag:new}"));
        feature.Contribute(new EventText("TagUpdated", "renamed the tag {tag.name:old} to {tag.name:new}"));
        feature.Contribute(new EventText("TagUpdated", "changed the color of a tag"));
        feature.Contribute(new EventText("TagArchived", "archived a tag"));
        feature.Contribute(new EventText("TagRestored", "restored a tag"));
        feature.Contribute(new FieldText("entity_tag.tag", "tag") { IsInternal = true });
        feature.Contribute(new FieldText("tag.name", "tag") { IsInternal = true });
        feature.Contribute(new FieldText("tag.color", "color") { IsInternal = true });
    }
}
