using Helios.Core.Bulk;
using Helios.Core.Comments;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Directory.People.Importing;
using Helios.Core.Directory.People.Pages;
using Helios.Core.Directory.People.Queries;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Core.Directory.People;

/// <summary>People: everybody whom the organization looks after.</summary>
public sealed class PeopleFeature : Feature
{
    const string Step = "It is a step of imports.start, which runs it with the rows of the uploaded file.";

    public override string Name => "users";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(UserTable.Map);
        feature.Kind<User>("user", prefix: "U", label: ("Person", "People"), icon: "user", page: "/people/{key}")
            .VisibleToStaff()
            .VisibleToOwn(user => user.Id)
            .NamedBy(text =>
            {
                var name = User.Fold(text);
                return user => user.MailKey == name || user.UsernameKey == name;
            });

        feature.Permission("users:read", "See everybody in the directory", Roles.Admin, Roles.ItStaff);
        feature.Permission("users:own", "See one's own page in the directory", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission("users:write", "Add, change, deactivate and archive people", Roles.Admin, Roles.ItStaff);

        feature.Command<CreateUser>("users.create", "users:write", "UserCreated").Rest("POST /users").Palette("New {user}", "/people/new");
        feature.Command<UpdateUser>("users.update", "users:write", "UserUpdated").Inverse<WithoutCircles>().Rest("PATCH /users/{user}").Versioned();
        feature.Command<DeactivateUser>("users.deactivate", "users:write", "UserDeactivated").Rest("POST /users/{user}/deactivate");
        feature.Command<ReactivateUser>("users.reactivate", "users:write", "UserReactivated").Rest("POST /users/{user}/reactivate");
        feature.Command<ArchiveUser>("users.archive", "users:write", "UserArchived").Rest("POST /users/{user}/archive");
        feature.Command<RestoreUser>("users.restore", "users:write", "UserRestored").Rest("POST /users/{user}/restore");
        feature.Command<ImportUser>("users.import", "users:write", "Imported").NoRest(Step);
        feature.Command<SettleUser>("users.settle_import", "users:write", "Imported").NoRest(Step);
        feature.Query<ListUsers>("users.list", "users:read").Rest("GET /users");
        feature.Query<ListStaff>("users.staff", "users:read").Kept().Rest("GET /staff");
        feature.Query<GetUser>("users.get", "users:own").Rest("GET /users/{user}");

        feature.Unique("user_username", "username", "Another {user} has this user name. User names are unique, without regard to case.");
        feature.Unique("user_mail", "mail", "Another {user} has this mail address. Everybody has one of his own.");

        feature.Contribute(ListUsers.Declaration());
        feature.Contribute(UserColumns.List);
        feature.Contribute(new PeopleImport());
        feature.Contribute(new PeoplePages());
        feature.Contribute(new StaffNotes("user"));
        feature.Contribute(new BulkAct("user", "users.update", "{Location}", "location") { Order = 10, Fields = [new("location", "{Location}") { Kinds = "location", EmptyMeans = "Empty: no {location}." }] });
        feature.Contribute(new BulkAct("user", "users.deactivate", "Deactivate", "pause") { Order = 20 });
        feature.Contribute(new BulkAct("user", "users.archive", "Archive", "archive") { Order = 30 });
        feature.Contribute(new Place("Inventory", "{User+}", "/people", "users:read") { Icon = "people", Keys = "g p", Order = 10 });
        feature.Contribute(new Place("Inventory", "Users", "/people", "users:read") { Within = "{User+}", Order = 10 });
        feature.Contribute(new NewItem("{User}", "user-add", "/people/new", "users:write", "c p"));
        foreach (var text in (object[])[.. UserTexts.Events, .. UserTexts.Fields])
            feature.Contribute(text);
    }
}
