using System.Text;
using Helios.Core.Importing;
using Helios.Core.Importing.Commands;
using Helios.Core.Importing.Queries;
using Helios.Kernel.Entities;
using Helios.Tests.PeopleAndPlaces;

namespace Helios.Tests.Importing;

/// <summary>Imports small files from the first upload to the last row.</summary>
static class Uploads
{
    public static async Task<EntityRef<Import>> Upload(this DirectoryHouse house, string target, string csv) =>
        new((await house.Do(new UploadImport(target, "people.csv", Convert.ToBase64String(Encoding.UTF8.GetBytes(csv))))).Expect().Key);

    /// <summary>Uploads, starts, and works until the import has ended.</summary>
    public static async Task<ImportDetails> Import(this DirectoryHouse house, string target, string csv)
    {
        var import = await house.Upload(target, csv);
        (await house.Do(new StartImport(import))).Expect();
        return await house.WorkOff(import);
    }

    /// <summary>Works until the import has ended.</summary>
    public static async Task<ImportDetails> WorkOff(this DirectoryHouse house, EntityRef<Import> import)
    {
        await house.RunJobs(async () => await house.One<string>("select state from import where key = $1", import.Text) is ImportState.Done or ImportState.Canceled);
        return await house.Details(import);
    }

    public static async Task<ImportDetails> Details(this DirectoryHouse house, EntityRef<Import> import) => (await house.Ask(new GetImport(import))).Expect();

    public static async Task<IReadOnlyList<ImportRowView>> RowsOf(this DirectoryHouse house, ImportDetails import) =>
        (await house.Ask(new ListImportRows(new EntityRef<Import>(import.Key), Limit: 1000))).Expect().Items;
}
