using Helios.Core.Alerts;
using Helios.Core.Backups;
using Helios.Core.ApiGuide;
using Helios.Core.Attachments;
using Helios.Core.Audit;
using Helios.Core.Bulk;
using Helios.Core.Comments;
using Helios.Core.CustomFields;
using Helios.Core.Directory.Locations;
using Helios.Core.Directory.People;
using Helios.Core.Exporting;
using Helios.Core.Filters;
using Helios.Core.Help;
using Helios.Core.Home;
using Helios.Core.Identity;
using Helios.Core.Importing;
using Helios.Core.Jobs;
using Helios.Core.Labeling;
using Helios.Core.Links;
using Helios.Core.Notifications;
using Helios.Core.Operations;
using Helios.Core.Organizations;
using Helios.Core.Panels;
using Helios.Core.Samples;
using Helios.Core.Search;
using Helios.Core.Secrets;
using Helios.Core.Tags;
using Helios.Core.Timeline;
using Helios.Core.Undo;
using Helios.Core.Watchers;
using Helios.Core.Views;
using Helios.Kernel.Modules;
using Helios.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core;

/// <summary>What every installation has: organizations, identity, the directory, and what works on every kind at once.</summary>
public sealed class CoreModule : Module
{
    public override string Id => "core";

    public override string Name => "Core";

    public override bool IsOptional => false;

    public override IReadOnlyList<Feature> Features { get; } =
    [
        new OrganizationsFeature(),
        new IdentityFeature(),
        new HomeFeature(),
        new PeopleFeature(),
        new LocationsFeature(),
        new ImportingFeature(),
        new ExportingFeature(),
        new JobsFeature(),
        new OperationsFeature(),
        new AlertsFeature(),
        new BackupsFeature(),
        new SearchFeature(),
        new FiltersFeature(),
        new ViewsFeature(),
        new LinksFeature(),
        new TagsFeature(),
        new AttachmentsFeature(),
        new CommentsFeature(),
        new WatchersFeature(),
        new InboxFeature(),
        new TimelineFeature(),
        new CustomFieldsFeature(),
        new LabelsFeature(),
        new PanelsFeature(),
        new UndoFeature(),
        new SecretsFeature(),
        new BulkFeature(),
        new AuditFeature(),
        new HelpFeature(),
        new ApiGuideFeature(),
        new SamplesFeature(),
    ];

    public override void AddServices(IServiceCollection services)
    {
        IdentityServices.Add(services);
        services.AddSingleton<IUnreadCount, UnreadCount>();
        ViewServices.Add(services);
        services.AddSingleton<ExportLanes>();
    }
}
