using System.ComponentModel.DataAnnotations;
using Helios.Core.Importing.Csv;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing.Commands;

/// <summary>Uploads a CSV file to import. Nothing is changed before the import is started.</summary>
/// <param name="Target">The kind that its rows become, such as ticket.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Content">The file in base64, at most 20 MB and 100,000 rows; a request to the API ends at 1 MB.</param>
public sealed record UploadImport(
    [property: Required(ErrorMessage = "Say what the rows are."), MaxLength(40)] string Target,
    [property: Required(ErrorMessage = "Choose a file."), StringLength(200, MinimumLength = 1, ErrorMessage = "The file's name may have 200 characters.")] string FileName,
    [property: Required(ErrorMessage = "Choose a CSV file with a header and at least one row."), StringLength(CsvSheet.MostBase64, ErrorMessage = "The file is larger than 20 MB. Split it into several files.")] string Content) : ICommand<ImportChanged>
{
    const int LongestHeader = 200;

    /// <summary>So many earlier imports of the kind are looked at for the same header.</summary>
    const int Remembered = 100;

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
                Headers = [.. sheet.Value.Headers.Select(Cut)],
                Columns = await Before(target, sheet.Value.Headers, context) ?? HeaderText.Recognize(sheet.Value.Headers, registry.ColumnsOf(target, context.Scope)),
                Rows = sheet.Value.Rows.Count,
            });
            db.Add(new ImportFile { ImportId = import.Id, Content = content });
            return ImportChanged.Of(import);
        }

        /// <summary>How the last file with the same header was read: whoever corrected the columns once need not do it again.</summary>
        async Task<string[]?> Before(ImportTarget target, string[] headers, CommandContext context)
        {
            var fields = registry.ColumnsOf(target, context.Scope).Select(column => column.Field).ToHashSet(StringComparer.Ordinal);
            var earlier = await db.Set<Import>().Where(import => import.Target == target.Kind && import.StartedAt != null)
                .OrderByDescending(import => import.UpdatedAt).Take(Remembered).Select(import => new { import.Headers, import.Columns }).ToListAsync(context.Stop);
            string[] cut = [.. headers.Select(Cut)];
            return earlier.Find(import => import.Headers.SequenceEqual(cut, StringComparer.OrdinalIgnoreCase) && import.Columns.All(column => column.Length == 0 || fields.Contains(column)))?.Columns;
        }

        static string Cut(string header) => header.Length > LongestHeader ? header[..LongestHeader] : header;

        static byte[]? BytesOf(string base64)
        {
            var bytes = new byte[base64.Length];
            return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
        }
    }
}
