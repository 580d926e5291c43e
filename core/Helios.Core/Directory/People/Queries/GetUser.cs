using Helios.Core.Directory.Locations;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.People.Queries;

/// <summary>One person with manager, location and reports.</summary>
/// <param name="User">The person, by key or id.</param>
public sealed record GetUser([property: Target] EntityRef<User> User) : IQuery<UserDetails>
{
    const int ReportsShown = 20;

    public sealed class Handler(HeliosDb db) : IQueryHandler<GetUser, UserDetails>
    {
        public async Task<Outcome<UserDetails>> Handle(GetUser query, QueryContext context)
        {
            var user = query.User.Entity;
            var isStaff = context.Scope.Actor.IsStaff;
            List<UserMention> reports = isStaff ? await Reports(user).ToListAsync(context.Stop) : [];
            return Details(user, isStaff) with
            {
                CustomFields = CustomFieldView.Of(user, context.Scope),
                Manager = user.ManagerId is null ? null : await Manager(user).FirstAsync(context.Stop),
                Location = user.LocationId is null ? null : await Place(user).FirstAsync(context.Stop),
                Reports = reports,
                ReportCount = reports.Count < ReportsShown ? reports.Count : await ReportsOf(user).Take(ListRunner.MostCounted).CountAsync(context.Stop),
            };
        }

        IQueryable<UserMention> Manager(User user) =>
            db.Set<User>().Where(boss => boss.Id == user.ManagerId).Select(boss => new UserMention(boss.Id, boss.Key, boss.Name, boss.Title));

        IQueryable<LocationMention> Place(User user) =>
            db.Set<Location>().Where(place => place.Id == user.LocationId).Select(place => new LocationMention(place.Id, place.Key, place.Name, place.Address));

        IQueryable<User> ReportsOf(User user) => db.Set<User>().Where(other => other.ManagerId == user.Id && other.ArchivedAt == null);

        IQueryable<UserMention> Reports(User user) => ReportsOf(user)
            .OrderBy(other => other.Name).ThenBy(other => other.Id)
            .Take(ReportsShown)
            .Select(other => new UserMention(other.Id, other.Key, other.Name, other.Title));

        static UserDetails Details(User user, bool isStaff) => new()
        {
            Id = user.Id,
            Key = user.Key,
            Version = user.Version,
            Name = user.Name,
            FirstName = user.FirstName,
            LastName = user.LastName,
            Username = user.Username,
            Mail = user.Mail,
            Phone = user.Phone,
            Title = user.Title,
            EmployeeNumber = user.EmployeeNumber,
            Company = user.Company,
            Website = user.Website,
            Notes = isStaff ? user.Notes : null,
            IsActive = user.IsActive,
            IsVip = user.IsVip,
            IsRemote = user.IsRemote,
            IsStaff = user.IsStaff,
            StartsOn = user.StartsOn,
            EndsOn = user.EndsOn,
            Reports = [],
            ReportCount = 0,
            Source = user.Source,
            CreatedAt = user.CreatedAt,
            UpdatedAt = user.UpdatedAt,
            ArchivedAt = user.ArchivedAt,
        };
    }
}
