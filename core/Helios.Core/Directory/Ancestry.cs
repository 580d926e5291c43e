using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory;

/// <summary>Keeps "reports to" and "is part of" free of circles.</summary>
static class Ancestry
{
    /// <summary>Whether somebody stands in the line of managers that begins with this one, himself included.</summary>
    public static async Task<bool> ReportsTo(HeliosDb db, Guid manager, Guid somebody, CancellationToken stop)
    {
        await OneAtATime(db, "user.manager", stop);
        var found = await db.Database.SqlQuery<bool>(
            $"""
            with recursive line as (
              select id, manager_id from "user" where organization_id = {db.OrganizationId} and id = {manager}
              union
              select boss.id, boss.manager_id from "user" boss join line on boss.organization_id = {db.OrganizationId} and boss.id = line.manager_id
            ) select exists (select from line where id = {somebody}) as "Value"
            """).ToListAsync(stop);
        return found[0];
    }

    /// <summary>Whether a location is among those that this one is part of, itself included.</summary>
    public static async Task<bool> IsPartOf(HeliosDb db, Guid location, Guid whole, CancellationToken stop)
    {
        await OneAtATime(db, "location.parent", stop);
        var found = await db.Database.SqlQuery<bool>(
            $"""
            with recursive line as (
              select id, parent_id from location where organization_id = {db.OrganizationId} and id = {location}
              union
              select whole.id, whole.parent_id from location whole join line on whole.organization_id = {db.OrganizationId} and whole.id = line.parent_id
            ) select exists (select from line where id = {whole}) as "Value"
            """).ToListAsync(stop);
        return found[0];
    }

    /// <summary>Two commands at once could close a circle that neither sees; so those that draw lines wait for each other.</summary>
    static async Task OneAtATime(HeliosDb db, string lines, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is not null)
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({lines + db.OrganizationId}, 0))", stop);
    }
}
