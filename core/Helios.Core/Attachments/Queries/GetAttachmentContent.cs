using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Attachments.Queries;

/// <summary>The content of an attached file, to be downloaded.</summary>
/// <param name="Attachment">The file.</param>
public sealed record GetAttachmentContent([property: Target] RowRef<Attachment> Attachment) : IQuery<StoredFile>
{
    public sealed class Handler : IQueryHandler<GetAttachmentContent, StoredFile>
    {
        public Task<Outcome<StoredFile>> Handle(GetAttachmentContent query, QueryContext context)
        {
            var file = query.Attachment.Row;
            // A picture whose size cannot be read is none that a browser should try.
            var type = MediaTypes.IsPicture(file.MediaType) && file.Width is null ? MediaTypes.Unknown : file.MediaType;
            return Task.FromResult<Outcome<StoredFile>>(new StoredFile(file.ContentHash, file.Name, type, file.Size));
        }
    }
}
