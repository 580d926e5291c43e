using Helios.Core.Comments.Commands;
using Helios.Core.Comments.Queries;
using Helios.Core.Timeline;
using Helios.Kernel.Events;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Comments;

/// <summary>Conversations on entities of any kind: replies that the requester reads, and notes for staff.</summary>
public sealed class CommentsFeature : Feature
{
    public override string Name => "comments";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission("comments:read", "Read comments on what one may see", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission("comments:write", "Comment on what one may see", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Table(CommentTable.Map);
        feature.Row<Comment>("comment", CommentVisibility.VisibleTo);
        feature.Command<AddComment>("comments.add", "comments:write", "CommentAdded").Rest("POST /entities/{entity}/comments");
        feature.Query<ListComments>("comments.of", "comments:read").Rest("GET /entities/{entity}/comments");
        feature.Contribute(new EventText("CommentAdded", "added an internal note") { WhenField = "comment.audience", WhenValue = Audience.Internal });
        feature.Contribute(new EventText("CommentAdded", "commented"));
        feature.Contribute(new FieldText("comment.body", "comment"));
        feature.Contribute(new FieldText("comment.audience", "audience") { IsHidden = true });
        feature.Contribute(new FieldText("comment.authorName", "author") { IsHidden = true });
        feature.Contribute(new FieldText("comment.accountId", "account") { IsHidden = true });
        feature.Contribute(new FieldText("comment.userId", "author") { IsHidden = true });
    }
}
