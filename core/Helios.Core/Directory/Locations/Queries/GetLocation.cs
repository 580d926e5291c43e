using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.Locations.Queries;

/// <summary>One location with its parts and the people there.</summary>
/// <param name="Location">The location, by key or id.</param>
public sealed record GetLocation([property: Target] EntityRef<Location> Location) : IQuery<LocationDetails>
{
    const int PeopleShown = 20;
    const int PartsShown = 100;

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetLocation, LocationDetails>
    {
        public async Task<Outcome<LocationDetails>> Handle(GetLocation query, QueryContext context)
        {
            var location = query.Location.Entity;
            var people = await People(location).ToListAsync(context.Stop);
            return new LocationDetails
            {
                Id = location.Id,
                Key = location.Key,
                Version = location.Version,
                Name = location.Name,
                Address = location.Address,
                Address2 = location.Address2,
                City = location.City,
                State = location.State,
                Country = location.Country,
                PostalCode = location.PostalCode,
                Currency = location.Currency,
                Notes = location.Notes,
                CustomFields = CustomFieldView.Of(location, context.Scope),
                CreatedAt = location.CreatedAt,
                UpdatedAt = location.UpdatedAt,
                ArchivedAt = location.ArchivedAt,
                Parent = location.ParentId is null ? null : await Parent(location).FirstAsync(context.Stop),
                Manager = location.ManagerId is null ? null : await Manager(location).FirstAsync(context.Stop),
                Parts = await Parts(location).ToListAsync(context.Stop),
                People = people,
                PeopleCount = people.Count < PeopleShown ? people.Count : await PeopleAt(location).Take(ListRunner.MostCounted).CountAsync(context.Stop),
            };
        }

        IQueryable<LocationMention> Parent(Location location) =>
            db.Set<Location>().Where(whole => whole.Id == location.ParentId).Select(whole => new LocationMention(whole.Id, whole.Key, whole.Name, whole.Address));

        IQueryable<UserMention> Manager(Location location) =>
            db.Set<User>().Where(boss => boss.Id == location.ManagerId).Select(boss => new UserMention(boss.Id, boss.Key, boss.Name, boss.Title));

        IQueryable<LocationMention> Parts(Location location) => db.Set<Location>()
            .Where(part => part.ParentId == location.Id && part.ArchivedAt == null)
            .OrderBy(part => part.Name).ThenBy(part => part.Id)
            .Take(PartsShown)
            .Select(part => new LocationMention(part.Id, part.Key, part.Name, part.Address));

        IQueryable<User> PeopleAt(Location location) => db.Set<User>().Where(user => user.LocationId == location.Id && user.ArchivedAt == null);

        IQueryable<UserMention> People(Location location) => PeopleAt(location)
            .OrderBy(user => user.Name).ThenBy(user => user.Id)
            .Take(PeopleShown)
            .Select(user => new UserMention(user.Id, user.Key, user.Name, user.Title));
    }
}
