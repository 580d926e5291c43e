using System.Linq.Expressions;
using Helios.Core.Directory.Locations;
using Helios.Core.Tags;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Directory.People.Queries;

/// <summary>The people of the directory.</summary>
public sealed record ListUsers : ListInput, IQuery<ListPage<UserRow>>
{
    /// <summary>What the list can be filtered and sorted by.</summary>
    internal static ListDeclaration<User> Declaration() => new(
        typeof(ListUsers),
        EntityFields.Of<User>("user").Tagged()
            .Text("username", user => user.UsernameKey, text => User.Fold(text) ?? "", "The user name")
            .Text("mail", user => user.MailKey, text => User.Fold(text) ?? "", "The mail address")
            .Flag("active", user => user.IsActive, "Whether the person works here now")
            .Flag("vip", user => user.IsVip, "Whether the person's requests come first")
            .Flag("remote", user => user.IsRemote, "Whether the person works from elsewhere")
            .Flag("staff", user => user.IsStaff, "Whether the person is of the IT staff")
            .Reference("location", user => user.LocationId, "location", "Where the person works")
            .Reference("manager", user => user.ManagerId, "user", "Whom the person reports to")
            .Text("company", user => user.Company, description: "The whole name of the company")
            .Text("employee_number", user => user.EmployeeNumber, description: "The employee number")
            .Day("starts", user => user.StartsOn, isAhead: true, "The first day at work")
            .Day("ends", user => user.EndsOn, isAhead: true, "The last day at work")
            .Choice("source", user => user.Source, ["manual", "import", "setup"], description: "Where the entry came from"),
        new SortKeys<User>(user => user.Id)
            .By("name", user => user.Name)
            .By("updated", user => user.UpdatedAt, descending: true)
            .ByKey())
    {
        Views =
        [
            new StockView("all", "Everybody", "") { IsFirst = true },
            new StockView("staff", "IT staff", "staff:yes"),
            new StockView("vip", "VIPs", "vip:yes"),
            new StockView("inactive", "Inactive", "active:no"),
            new StockView("archived", "Archived", "archived:yes"),
        ],
    };

    public sealed class Handler(ListRunner lists, HeliosDb db) : IQueryHandler<ListUsers, ListPage<UserRow>>
    {
        public Task<Outcome<ListPage<UserRow>>> Handle(ListUsers query, QueryContext context) => lists.Run(query, context, Row());

        Expression<Func<User, UserRow>> Row() => user => new UserRow
        {
            Id = user.Id,
            Key = user.Key,
            Name = user.Name,
            Title = user.Title,
            Username = user.Username,
            Mail = user.Mail,
            Phone = user.Phone,
            Company = user.Company,
            IsActive = user.IsActive,
            IsVip = user.IsVip,
            IsRemote = user.IsRemote,
            IsStaff = user.IsStaff,
            IsArchived = user.ArchivedAt != null,
            UpdatedAt = user.UpdatedAt,
            CustomFields = CustomFieldView.Of(user.CustomFields),
            Location = user.LocationId == null ? null : new LocationMention(
                user.LocationId.Value,
                db.Set<Location>().Where(place => place.Id == user.LocationId).Select(place => place.Key).First(),
                db.Set<Location>().Where(place => place.Id == user.LocationId).Select(place => place.Name).First(),
                null),
            Manager = user.ManagerId == null ? null : new UserMention(
                user.ManagerId.Value,
                db.Set<User>().Where(boss => boss.Id == user.ManagerId).Select(boss => boss.Key).First(),
                db.Set<User>().Where(boss => boss.Id == user.ManagerId).Select(boss => boss.Name).First(),
                null),
        };
    }
}
