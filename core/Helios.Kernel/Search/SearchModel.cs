using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Search;

/// <summary>The mapping of the functions that search (Migrations/0003_finding.sql).</summary>
static class SearchModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SearchHit>(hit => hit.HasNoKey().ToView(null));
        model.Entity<WordMatch>(match => match.HasNoKey().ToView(null));
        model.HasDbFunction(typeof(HeliosDb).GetMethod(nameof(HeliosDb.Search))!).HasName("helios_search");
        model.HasDbFunction(typeof(HeliosDb).GetMethod(nameof(HeliosDb.Matching))!).HasName("helios_matching");
    }
}
