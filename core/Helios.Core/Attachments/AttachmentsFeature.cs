using Helios.Core.Attachments.Commands;
using Helios.Core.Attachments.Pages;
using Helios.Core.Attachments.Queries;
using Helios.Core.Timeline;
using Helios.Kernel.Files;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Core.Attachments;

/// <summary>Files on entities of any kind, by themselves or with comments.</summary>
public sealed class AttachmentsFeature : Feature
{
    /// <summary>See files.</summary>
    public const string Read = "attachments:read";

    /// <summary>Attach files.</summary>
    public const string Write = "attachments:write";

    public override string Name => "attachments";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "See files on what one may see", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission(Write, "Attach files to what one may see", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Table(AttachmentTable.Map);
        feature.Row<Upload>("file of yours that waits to be attached", Upload.VisibleTo);
        feature.Row<Attachment>("file", AttachmentVisibility.VisibleTo);
        feature.Command<UploadFile>("uploads.add", Write, "FileUploaded").Rest("POST /uploads").NotUndoable("A file that waits is nothing yet, and goes after a day.");
        feature.Command<AttachFiles>("attachments.add", Write, "FilesAttached").Rest("POST /entities/{entity}/attachments");
        feature.Command<RenameAttachment>("attachments.rename", Write, "AttachmentRenamed").Rest("PATCH /attachments/{attachment}");
        feature.Command<RemoveAttachment>("attachments.remove", Write, "AttachmentRemoved").Rest("DELETE /attachments/{attachment}");
        feature.Query<ListAttachments>("attachments.of", Read).Rest("GET /entities/{entity}/attachments");
        feature.Query<GetAttachment>("attachments.get", Read).Rest("GET /attachments/{attachment}");
        feature.Query<GetAttachmentContent>("attachments.content", Read).Rest("GET /attachments/{attachment}/content");
        feature.Contribute(new FileUse("attachment"));
        feature.Contribute(new AttachmentPages());
        feature.Contribute(new EntityPanel(null, Read, AttachmentPages.Panel) { Order = 70 });
        foreach (var text in Events)
            feature.Contribute(text);
        foreach (var text in Fields)
            feature.Contribute(text);
    }

    static EventText[] Events =>
    [
        new("FilesAttached", "attached {attachment.name:new}"),
        new("AttachmentRenamed", "renamed the file {attachment.name:old} to {attachment.name:new}"),
        new("AttachmentRemoved", "removed the file {attachment.name:old}"),
    ];

    static FieldText[] Fields =>
    [
        new("attachment.name", "file"),
        .. new[] { "commentId", "audience", "size", "mediaType", "width", "height", "contentHash", "authorName", "accountId", "userId" }
            .Select(name => new FieldText("attachment." + name, "file") { IsHidden = true }),
    ];
}
