using System.Text.Json.Nodes;
using Helios.Kernel.Files;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Files;

/// <summary>The files of a posted form become uploads, so that a form without a script says the same as one with.</summary>
static class FormFiles
{
    /// <summary>Receives the files that stand in the command's field for them.</summary>
    public static async Task<Outcome<IReadOnlyList<Guid>>> Receive(HttpContext http, Scope scope, IFormCollection form, RecordContract contract, string? key)
    {
        if (UploadField.Of(contract) is not { } field || form.Files.GetFiles(field.Name) is not { Count: > 0 } files)
            return Array.Empty<Guid>();
        if (files.Count > field.Most)
            return Problem.Invalid(field.Name, $"Send at most {FileLimits.FilesAtOnce} files at once.");
        var uploads = http.RequestServices.GetRequiredService<Uploads>();
        List<Guid> received = [];
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var upload = await uploads.Receive(scope, content, file.FileName, key, http.RequestAborted);
            if (!upload.Succeeded)
                return Problem.Invalid(field.Name, $"{FileNames.Clean(file.FileName)}: {upload.Problem.Text}");
            received.Add(upload.Value.Id);
        }

        return received;
    }

    /// <summary>Puts the ids of received files into the posted fields.</summary>
    public static void Put(JsonObject sent, RecordContract contract, IReadOnlyList<Guid> received) => UploadField.Of(contract)?.Put(sent, received);
}
