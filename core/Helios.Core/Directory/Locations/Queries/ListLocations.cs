using System.Linq.Expressions;
using Helios.Core.Directory.People;
using Helios.Core.Tags;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Directory.Locations.Queries;

/// <summary>The locations where people work and devices stand.</summary>
public sealed record ListLocations : ListInput, IQuery<ListPage<LocationRow>>
{
    /// <summary>What the list can be filtered and sorted by.</summary>
    internal static ListDeclaration<Location> Declaration() => new(
        typeof(ListLocations),
        EntityFields.Of<Location>("location").Tagged()
            .Text("name", location => location.NameKey, text => User.Fold(text) ?? "", "The whole name")
            .Text("city", location => location.City, description: "The city")
            .Text("state", location => location.State, description: "State or province")
            .Text("country", location => location.Country, description: "The country")
            .Text("currency", location => location.Currency, text => text.ToUpperInvariant(), "ISO 4217 code of the currency")
            .Reference("parent", location => location.ParentId, "location", "The place that it is part of")
            .Reference("manager", location => location.ManagerId, "user", "Who looks after it"),
        new SortKeys<Location>(location => location.Id)
            .By("name", location => location.Name)
            .By("updated", location => location.UpdatedAt, descending: true)
            .ByKey())
    {
        Views =
        [
            new StockView("all", "All", "") { IsFirst = true },
            new StockView("top", "Sites", "parent:none"),
            new StockView("archived", "Archived", "archived:yes"),
        ],
    };

    public sealed class Handler(ListRunner lists, HeliosDb db) : IQueryHandler<ListLocations, ListPage<LocationRow>>
    {
        public Task<Outcome<ListPage<LocationRow>>> Handle(ListLocations query, QueryContext context) => lists.Run(query, context, Row());

        Expression<Func<Location, LocationRow>> Row() => location => new LocationRow
        {
            Id = location.Id,
            Key = location.Key,
            Name = location.Name,
            Address = location.Address,
            City = location.City,
            State = location.State,
            Country = location.Country,
            IsArchived = location.ArchivedAt != null,
            UpdatedAt = location.UpdatedAt,
            CustomFields = CustomFieldView.Of(location.CustomFields),
            People = db.Set<User>().Where(user => user.LocationId == location.Id && user.ArchivedAt == null).Take(ListRunner.MostCounted).Count(),
            Parent = location.ParentId == null ? null : new LocationMention(
                location.ParentId.Value,
                db.Set<Location>().Where(whole => whole.Id == location.ParentId).Select(whole => whole.Key).First(),
                db.Set<Location>().Where(whole => whole.Id == location.ParentId).Select(whole => whole.Name).First(),
                null),
            Manager = location.ManagerId == null ? null : new UserMention(
                location.ManagerId.Value,
                db.Set<User>().Where(boss => boss.Id == location.ManagerId).Select(boss => boss.Key).First(),
                db.Set<User>().Where(boss => boss.Id == location.ManagerId).Select(boss => boss.Name).First(),
                null),
        };
    }
}
