using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Problems;

namespace Helios.Core.Attachments.Commands;

/// <summary>Attaches files to an entity.</summary>
/// <param name="Entity">What they belong to.</param>
/// <param name="Files">The files, each up to 25 MB.</param>
/// <param name="Audience">Who sees them: <c>internal</c> (staff) or <c>requester</c> (staff and whoever may see the entity). Left out, staff attach for staff, everybody else for both.</param>
public sealed record AttachFiles(
    [property: Target] EntityRef<Entity> Entity,
    [property: Required(ErrorMessage = "Choose a file first."), Length(1, FileLimits.FilesAtOnce, ErrorMessage = "Choose 1 to 10 files.")] IReadOnlyList<RowRef<Upload>> Files,
    [property: AllowedValues(null, Kernel.Events.Audience.Internal, Kernel.Events.Audience.Requester, ErrorMessage = "The audience is internal or requester.")]
    string? Audience = null) : ICommand<AttachFiles.Result>
{
    /// <summary>What was attached.</summary>
    /// <param name="Items">The attachments.</param>
    public sealed record Result(IReadOnlyList<AttachmentView> Items);

    public sealed class Handler(HeliosDb db) : ICommandHandler<AttachFiles, Result>
    {
        public async Task<Outcome<Result>> Handle(AttachFiles command, CommandContext context)
        {
            var isStaff = context.Actor.IsStaff;
            var audience = command.Audience ?? (isStaff ? Kernel.Events.Audience.Internal : Kernel.Events.Audience.Requester);
            if (!isStaff && audience is Kernel.Events.Audience.Internal)
                return Problem.Invalid("audience", "Only staff attach files that staff alone see. Send them with the audience requester.");
            context.Audience = audience;
            var attached = await NewAttachments.Add(db, context, command.Entity.Entity, command.Files, audience);
            return attached.Map(files => new Result([.. files.Select(AttachmentView.Of)]));
        }
    }
}
