using Helios.Core.Attachments;
using Helios.Core.Comments;
using Helios.Core.Links;
using Helios.Core.Search;
using Helios.Core.Tags;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;

namespace Helios.Tests.Fixtures;

/// <summary>What works on every kind at once, over gadgets.</summary>
public sealed class EverywhereModule : Module
{
    public override string Id => "everywhere";

    public override string Name => "Everywhere";

    public override bool IsOptional => false;

    public override IReadOnlyList<Feature> Features =>
        [new SearchFeature(), new LinksFeature(), new TagsFeature(), new AttachmentsFeature(), new CommentsFeature(), new TimelineFeature()];
}
