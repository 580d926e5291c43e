using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Attachments.Commands;

/// <summary>Takes a file off an entity. Its content is kept for a month, so that this can be undone.</summary>
/// <param name="Attachment">The file.</param>
public sealed record RemoveAttachment([property: Target] RowRef<Attachment> Attachment) : ICommand<Nothing>
{
    /// <summary>The refusal for a file that somebody else attached.</summary>
    internal static Problem NotYours { get; } = Problem.Conflict("attachments.attachment.not_yours", "Somebody else attached this file. Ask the IT team to change or remove it.");

    public sealed class Handler(HeliosDb db) : ICommandHandler<RemoveAttachment, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(RemoveAttachment command, CommandContext context)
        {
            var attachment = command.Attachment.Row;
            if (!attachment.BelongsTo(context.Actor))
                return Task.FromResult<Outcome<Nothing>>(NotYours);
            context.Audience = attachment.Audience;
            db.Remove(attachment);
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
