using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Problems;

namespace Helios.Core.Attachments.Commands;

/// <summary>Gives an attached file another name; its content and type stay.</summary>
/// <param name="Attachment">The file.</param>
/// <param name="Name">The new name.</param>
public sealed record RenameAttachment(
    [property: Target] RowRef<Attachment> Attachment,
    [property: Required(ErrorMessage = "Give the file a name."), MaxLength(FileLimits.LongestName, ErrorMessage = "A name has at most 200 characters.")] string Name) : ICommand<AttachmentView>
{
    public sealed class Handler : ICommandHandler<RenameAttachment, AttachmentView>
    {
        public Task<Outcome<AttachmentView>> Handle(RenameAttachment command, CommandContext context) => Task.FromResult(Rename(command, context));

        static Outcome<AttachmentView> Rename(RenameAttachment command, CommandContext context)
        {
            var attachment = command.Attachment.Row;
            if (!attachment.BelongsTo(context.Actor))
                return RemoveAttachment.NotYours;
            attachment.Name = FileNames.Clean(command.Name);
            context.Audience = attachment.Audience;
            return AttachmentView.Of(attachment);
        }
    }
}
