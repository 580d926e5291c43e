using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Views;

/// <summary>The mapping of views (Migrations/0011_views.sql).</summary>
static class ViewTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<SavedView>(view =>
        {
            view.ToTable("saved_view").HasKey(v => new { v.OrganizationId, v.Id });
            view.Ignore(v => v.Text);
        });
        model.Entity<ViewPlace>(place => place.ToTable("view_place").HasKey(p => new { p.OrganizationId, p.AccountId, p.Kind, p.View }));
    }
}
