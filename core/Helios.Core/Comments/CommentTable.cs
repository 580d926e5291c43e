using Helios.Core.Attachments;
using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Comments;

/// <summary>The mapping of <see cref="Comment"/> and <see cref="CommentMention"/> (Migrations/0002_everywhere.sql, 0010_inbox.sql).</summary>
static class CommentTable
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Comment>(comment =>
        {
            comment.ToTable("comment").HasKey(c => new { c.OrganizationId, c.Id });
            comment.HasMany<Attachment>().WithOne().HasForeignKey(a => new { a.OrganizationId, a.CommentId }).OnDelete(DeleteBehavior.Restrict);
            comment.HasOne<EntityRow>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.EntityId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CommentMention>(mention =>
        {
            mention.ToTable("comment_mention").HasKey(m => new { m.OrganizationId, m.CommentId, m.UserId });
            mention.HasOne<Comment>().WithMany().HasForeignKey(m => new { m.OrganizationId, m.CommentId }).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
