using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.Locations;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.People.Commands;

/// <summary>Changes fields of a person; what is absent stays as it is, null clears it.</summary>
public sealed record UpdateUser : ICommand<UserChanged>
{
    /// <summary>The person.</summary>
    [Target]
    public required EntityRef<User> User { get; init; }

    /// <summary>The full name, as people say it.</summary>
    [Required(ErrorMessage = UserLimits.NameText), StringLength(UserLimits.Name, MinimumLength = 1, ErrorMessage = UserLimits.NameText)]
    public Optional<string> Name { get; init; }

    [StringLength(UserLimits.PartOfName, ErrorMessage = UserLimits.PartOfNameText)]
    public Optional<string?> FirstName { get; init; }

    [StringLength(UserLimits.PartOfName, ErrorMessage = UserLimits.PartOfNameText)]
    public Optional<string?> LastName { get; init; }

    /// <summary>The name at sign-in elsewhere; unique without regard to case.</summary>
    [StringLength(UserLimits.Username, ErrorMessage = UserLimits.UsernameText)]
    public Optional<string?> Username { get; init; }

    /// <summary>The mail address; unique without regard to case.</summary>
    [StringLength(UserLimits.Mail, ErrorMessage = UserLimits.MailText), RegularExpression(UserLimits.MailForm, ErrorMessage = UserLimits.MailFormText)]
    public Optional<string?> Mail { get; init; }

    [StringLength(UserLimits.Phone, ErrorMessage = UserLimits.PhoneText)]
    public Optional<string?> Phone { get; init; }

    /// <summary>The job title.</summary>
    [StringLength(UserLimits.Line, ErrorMessage = UserLimits.LineText)]
    public Optional<string?> Title { get; init; }

    [StringLength(UserLimits.Line, ErrorMessage = UserLimits.LineText)]
    public Optional<string?> EmployeeNumber { get; init; }

    [StringLength(UserLimits.Line, ErrorMessage = UserLimits.LineText)]
    public Optional<string?> Company { get; init; }

    [StringLength(UserLimits.Website, ErrorMessage = UserLimits.WebsiteText), RegularExpression(UserLimits.WebsiteForm, ErrorMessage = UserLimits.WebsiteFormText)]
    public Optional<string?> Website { get; init; }

    /// <summary>What staff should know; the person himself does not see it.</summary>
    [StringLength(UserLimits.Notes, ErrorMessage = UserLimits.NotesText)]
    public Optional<string?> Notes { get; init; }

    /// <summary>Whether the person's requests come first.</summary>
    public Optional<bool> IsVip { get; init; }

    public Optional<bool> IsRemote { get; init; }

    /// <summary>The first day at work.</summary>
    public Optional<DateOnly?> StartsOn { get; init; }

    /// <summary>The last day at work.</summary>
    public Optional<DateOnly?> EndsOn { get; init; }

    public Optional<EntityRef<Location>?> Location { get; init; }

    /// <summary>Whom the person reports to: never himself or somebody who reports to him.</summary>
    public Optional<EntityRef<User>?> Manager { get; init; }

    /// <summary>Fields of the organization's own by API name, as GET /fields lists them; one that is left out stays as it is.</summary>
    public CustomFieldInput<User>? CustomFields { get; init; }

    public sealed class Handler(HeliosDb db) : ICommandHandler<UpdateUser, UserChanged>
    {
        public async Task<Outcome<UserChanged>> Handle(UpdateUser command, CommandContext context)
        {
            var user = command.User.Entity;
            if (await Refuse(command, user, context.Stop) is { } refusal)
                return refusal;
            user.Name = command.Name.Or(user.Name)!.Trim();
            user.FirstName = command.FirstName.Or(user.FirstName).Clean();
            user.LastName = command.LastName.Or(user.LastName).Clean();
            user.Username = command.Username.Or(user.Username).Clean();
            user.Mail = command.Mail.Or(user.Mail).Clean();
            user.Phone = command.Phone.Or(user.Phone).Clean();
            user.Title = command.Title.Or(user.Title).Clean();
            user.EmployeeNumber = command.EmployeeNumber.Or(user.EmployeeNumber).Clean();
            user.Company = command.Company.Or(user.Company).Clean();
            user.Website = command.Website.Or(user.Website).Clean();
            user.Notes = command.Notes.Or(user.Notes).Clean();
            user.IsVip = command.IsVip.Or(user.IsVip);
            user.IsRemote = command.IsRemote.Or(user.IsRemote);
            user.StartsOn = command.StartsOn.Or(user.StartsOn);
            user.EndsOn = command.EndsOn.Or(user.EndsOn);
            user.LocationId = command.Location.IsPresent ? command.Location.Value?.Entity.Id : user.LocationId;
            user.ManagerId = command.Manager.IsPresent ? command.Manager.Value?.Entity.Id : user.ManagerId;
            return UserChanged.Of(user);
        }

        async Task<Problem?> Refuse(UpdateUser command, User user, CancellationToken stop)
        {
            List<FieldProblem> wrong = [.. UserRules.Days(command.StartsOn.Or(user.StartsOn), command.EndsOn.Or(user.EndsOn))];
            if (command.Manager.Value?.Entity is { } manager && manager.Id != user.ManagerId)
            {
                if (manager.Id == user.Id)
                    wrong.Add(new FieldProblem("manager", "Nobody is his own manager. Choose somebody else, or leave it empty."));
                else if (await Ancestry.ReportsTo(db, manager.Id, user.Id, stop))
                    wrong.Add(new FieldProblem("manager", $"{manager.Name} reports to {user.Name}, directly or through others. Choose somebody else."));
            }

            return wrong.Count > 0 ? Problem.Invalid(wrong) : null;
        }
    }
}
