using Helios.Core.Comments.Commands;
using Helios.Core.Comments.Pages;
using Helios.Core.Comments.Queries;
using Helios.Core.Timeline;
using Helios.Kernel.Events;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Core.Comments;

/// <summary>Conversations on entities of any kind: replies that the requester reads, and notes for staff.</summary>
public sealed class CommentsFeature : Feature
{
    /// <summary>Mention people.</summary>
    public const string Mention = "comments:mention";

    /// <summary>Read comments.</summary>
    public const string Read = "comments:read";

    /// <summary>Comment.</summary>
    public const string Write = "comments:write";

    /// <summary>The name of the panel with the conversation.</summary>
    public const string Panel = "comments";

    public override string Name => "comments";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "Read comments on what one may see", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission(Write, "Comment on what one may see", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission(Mention, "Mention people in comments", Roles.Admin, Roles.ItStaff);
        feature.Table(CommentTable.Map);
        feature.Row<Comment>("comment", CommentVisibility.VisibleTo);
        feature.Command<AddComment>("comments.add", Write, "CommentAdded").Rest("POST /entities/{entity}/comments");
        feature.Query<ListComments>("comments.of", Read).Rest("GET /entities/{entity}/comments");
        feature.Query<ListMentionable>("comments.mentionable", Mention).Rest("GET /entities/{entity}/mentionable");
        feature.Contribute(new MentionPages());
        feature.Contribute(new CommentPages());
        feature.Contribute(new EntityPanel(null, Read, CommentPages.Panel) { Name = Panel, Place = PanelPlace.Main, Order = 90 });
        feature.Contribute(new EventText("CommentAdded", "added an internal note") { WhenField = "comment.audience", WhenValue = Audience.Internal });
        feature.Contribute(new EventText("CommentAdded", "commented"));
        feature.Contribute(new FieldText("comment.body", "comment"));
        feature.Contribute(new FieldText("comment.audience", "audience") { IsHidden = true });
        feature.Contribute(new FieldText("comment.authorName", "author") { IsHidden = true });
        feature.Contribute(new FieldText("comment.accountId", "account") { IsHidden = true });
        feature.Contribute(new FieldText("comment_mention.userId", "mentioned") { TellsName = true });
        feature.Contribute(new FieldText("comment_mention.commentId", "comment") { IsHidden = true });
        feature.Contribute(new FieldText("comment.userId", "author") { IsHidden = true });
    }
}
