using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Attachments.Queries;

/// <summary>One attached file: what it is and where it belongs.</summary>
/// <param name="Attachment">The file.</param>
public sealed record GetAttachment([property: Target] RowRef<Attachment> Attachment) : IQuery<GetAttachment.Result>
{
    /// <summary>A file and its entity.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Entity">The key of the entity that it belongs to.</param>
    /// <param name="EntityTitle">The entity's name.</param>
    /// <param name="CanChange">Whether the caller may rename it and take it away.</param>
    public sealed record Result(AttachmentView File, string Entity, string EntityTitle, bool CanChange);

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetAttachment, Result>
    {
        public async Task<Outcome<Result>> Handle(GetAttachment query, QueryContext context)
        {
            var attachment = query.Attachment.Row;
            var actor = context.Scope.Actor;
            var entity = await db.Entities.FirstAsync(row => row.Id == attachment.EntityId, context.Stop);
            return new Result(AttachmentView.Of(attachment), entity.Key, entity.Title, actor.Can(AttachmentsFeature.Write) && attachment.BelongsTo(actor));
        }
    }
}
