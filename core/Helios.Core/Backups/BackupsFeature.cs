using Helios.Core.Backups.Pages;
using Helios.Core.Backups.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Backups;

/// <summary>The backups that the server writes by itself: to be seen, and to be told of when they stay away.</summary>
public sealed class BackupsFeature : Feature
{
    /// <summary>See how the backups stand.</summary>
    public const string Read = "backups:read";

    public override string Name => "backups";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "See how the backups of the installation stand", Roles.Admin);
        feature.Query<GetBackups>("backups.get", Read).Rest("GET /backups");
        feature.Schedule<WatchBackups>(WatchBackups.Name, "Look after the backups", "hourly :25");
        feature.Contribute(new BackupPages());
        feature.Contribute(new SettingsTab("Backups", BackupPages.Root, Read) { Order = 65 });
    }
}
