using Helios.Core.Backups.Queries;
using Helios.Core.Samples;
using Helios.Core.Settings;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Backups.Pages;

/// <summary>Settings > Backups.</summary>
public sealed class BackupPages : PageSet
{
    /// <summary>How the backups stand.</summary>
    public const string Root = "/settings/backups";

    public override void Map(PageRoutes routes) => routes.Page(Root, BackupsFeature.Read, Show);

    static async Task<IResult> Show(PageRequest request) => await request.Show<BackupsPage, BackupsView>(
        (await request.Ask(new GetBackups())).Map(backups => new BackupsView(SettingsTabs.For(request), backups, request.Http.RequestServices.GetService<SampleMode>() is not null, request.Now)));
}
