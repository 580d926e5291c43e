using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Problems;

namespace Helios.Core.Attachments.Commands;

/// <summary>Sends a file that another command is going to take, within a day. A command that takes files can also be sent together with them.</summary>
/// <param name="File">The file: send it as multipart/form-data under this name, or as the body.</param>
public sealed record UploadFile([property: Target] RowRef<Upload> File) : ICommand<UploadFile.Result>
{
    /// <summary>A file that waits for its command.</summary>
    /// <param name="Id">Its id, by which the command names it.</param>
    /// <param name="Name">Its name, made harmless.</param>
    /// <param name="Size">Its size in bytes.</param>
    /// <param name="MediaType">What it is, by its content.</param>
    /// <param name="Width">The width of a picture in pixels; null for other files.</param>
    /// <param name="Height">The height of a picture in pixels; null for other files.</param>
    public sealed record Result(Guid Id, string Name, long Size, string MediaType, int? Width, int? Height);

    public sealed class Handler : ICommandHandler<UploadFile, Result>
    {
        // The door has received and kept it; what remains is to say what came.
        public Task<Outcome<Result>> Handle(UploadFile command, CommandContext context)
        {
            var file = command.File.Row;
            return Task.FromResult<Outcome<Result>>(new Result(file.Id, file.Name, file.Size, file.MediaType, file.Width, file.Height));
        }
    }
}
