using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Files;
using Helios.Kernel.Jobs;
using Helios.Kernel.Queries;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Helios.Kernel.Data;

/// <summary>The mapping of the kernel's own tables (Migrations/0001_kernel.sql).</summary>
static class KernelModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<EntityRow>(row => row.ToTable("entity").HasKey(e => new { e.OrganizationId, e.Id }));
        model.Entity<EventRow>(row => row.ToTable("event").HasKey(e => new { e.OrganizationId, e.OccurredAt, e.Id }));
        model.Entity<EventDetail>(row => row.ToTable("event_detail").HasKey(e => new { e.OrganizationId, e.OccurredAt, e.EventId }));
        model.Entity<EventUnsealed>(row => row.ToTable("event_unsealed", "platform").HasKey(e => new { e.OrganizationId, e.EventId }));
        model.Entity<IdempotencyRow>(row => row.ToTable("idempotency").HasKey(e => new { e.OrganizationId, e.Actor, e.Key }));
        model.Entity<Upload>(row => row.ToTable("upload").HasKey(e => new { e.OrganizationId, e.Id }));
        model.Entity<Job>(row =>
        {
            row.ToTable("job", "platform").HasKey(e => e.Id);
            // A worker and an admin may both move a job: whoever comes second is told.
            row.Property(e => e.State).IsConcurrencyToken();
        });
        model.Entity<Operation>(row => row.ToTable("operation").HasKey(e => new { e.OrganizationId, e.Id }));
        model.Entity<OperationItem>(row =>
        {
            row.ToTable("operation_item").HasKey(e => new { e.OrganizationId, e.OperationId, e.Number });
            row.Property(e => e.State).IsConcurrencyToken();
            row.HasOne<Operation>().WithMany().HasForeignKey(e => new { e.OrganizationId, e.OperationId });
        });
        model.Entity<Schedule>(row => row.ToTable("schedule", "platform").HasKey(e => e.Id));
        CustomFieldModel.Configure(model);
        SearchModel.Configure(model);
        FixedLimit.Configure(model);
    }

    /// <summary>No save overwrites a version of an entity that its command has not read, target or not.</summary>
    public static void LockByVersion(ModelBuilder model)
    {
        foreach (var kind in model.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Entity))))
            kind.FindProperty(nameof(Entity.Version))!.IsConcurrencyToken = true;
    }

    /// <summary>The number of a key is a stored column that the database makes of the key itself, so that nobody can write another.</summary>
    public static void NumberByKey(ModelBuilder model)
    {
        foreach (var kind in model.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Entity))))
        {
            var number = kind.FindProperty(nameof(Entity.Number))!;
            // Not "generated", or each insert would read it back.
            number.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            number.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        }
    }
}
