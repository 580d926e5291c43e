using System.ComponentModel.DataAnnotations;
using Helios.Core.Importing.Csv;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Core.Importing.Commands;

/// <summary>Uploads a CSV file to import. Nothing is changed before the import is started.</summary>
/// <param name="Target">The kind that its rows become: user or location.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Content">The file in base64, at most 20 MB and 100,000 rows; a request to the API ends at 1 MB.</param>
public sealed record UploadImport(
    [property: Required(ErrorMessage = "Say what the rows are."), MaxLength(40)] string Target,
    [property: Required(ErrorMessage = "Choose a file."), StringLength(200, MinimumLength = 1, ErrorMessage = "The file's name may have 200 characters.")] string FileName,
    [property: Required(ErrorMessage = "Choose a CSV file with a header and at least one row."), StringLength(CsvSheet.MostBase64, ErrorMessage = "The file is larger than 20 MB. Split it into several files.")] string Content) : ICommand<ImportChanged>
{
    const int LongestHeader = 200;

    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<UploadImport, ImportChanged>
    {
        public async Task<Outcome<ImportChanged>> Handle(UploadImport command, CommandContext context)
        {
            if (registry.ImportTarget(command.Target, context.Scope) is not { } target)
                return Problem.Invalid("target", $"“{command.Target}” cannot be imported. Take {string.Join(" or ", registry.Importable(context.Scope).Select(known => known.Kind))}.");
            if (!context.Actor.Can(target.Permission))
                return Problem.Forbidden(target.Permission);
            if (BytesOf(command.Content) is not { } content)
                return Problem.Invalid("content", "The content is not base64. Encode the bytes of the file.");
            var sheet = CsvSheet.Read(content);
            if (!sheet.Succeeded)
                return sheet.Problem;

            var import = await context.Add(new Import
            {
                Target = target.Kind,
                FileName = command.FileName.Trim(),
                Format = sheet.Value.Format,
                Headers = [.. sheet.Value.Headers.Select(header => header.Length > LongestHeader ? header[..LongestHeader] : header)],
                Columns = HeaderText.Recognize(sheet.Value.Headers, registry.ColumnsOf(target, context.Scope)),
                Rows = sheet.Value.Rows.Count,
            });
            db.Add(new ImportFile { ImportId = import.Id, Content = content });
            return ImportChanged.Of(import);
        }

        static byte[]? BytesOf(string base64)
        {
            var bytes = new byte[base64.Length];
            return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
        }
    }
}
