using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.Locations;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.People.Commands;

/// <summary>Adds a person to the directory.</summary>
public sealed record CreateUser : ICommand<UserChanged>, IChecked
{
    /// <summary>The full name, as people say it.</summary>
    [Required(ErrorMessage = UserLimits.NameText), StringLength(UserLimits.Name, MinimumLength = 1, ErrorMessage = UserLimits.NameText)]
    public required string Name { get; init; }

    [StringLength(UserLimits.PartOfName, ErrorMessage = UserLimits.PartOfNameText)]
    public string? FirstName { get; init; }

    [StringLength(UserLimits.PartOfName, ErrorMessage = UserLimits.PartOfNameText)]
    public string? LastName { get; init; }

    /// <summary>The name at sign-in elsewhere; unique without regard to case.</summary>
    [StringLength(UserLimits.Username, ErrorMessage = UserLimits.UsernameText)]
    public string? Username { get; init; }

    /// <summary>The mail address; unique without regard to case.</summary>
    [StringLength(UserLimits.Mail, ErrorMessage = UserLimits.MailText), RegularExpression(UserLimits.MailForm, ErrorMessage = UserLimits.MailFormText)]
    public string? Mail { get; init; }

    [StringLength(UserLimits.Phone, ErrorMessage = UserLimits.PhoneText)]
    public string? Phone { get; init; }

    /// <summary>The job title.</summary>
    [StringLength(UserLimits.Line, ErrorMessage = UserLimits.LineText)]
    public string? Title { get; init; }

    [StringLength(UserLimits.Line, ErrorMessage = UserLimits.LineText)]
    public string? EmployeeNumber { get; init; }

    [StringLength(UserLimits.Line, ErrorMessage = UserLimits.LineText)]
    public string? Company { get; init; }

    [StringLength(UserLimits.Website, ErrorMessage = UserLimits.WebsiteText), RegularExpression(UserLimits.WebsiteForm, ErrorMessage = UserLimits.WebsiteFormText)]
    public string? Website { get; init; }

    /// <summary>What staff should know; the person himself does not see it.</summary>
    [StringLength(UserLimits.Notes, ErrorMessage = UserLimits.NotesText)]
    public string? Notes { get; init; }

    /// <summary>Whether the person's requests come first.</summary>
    public Optional<bool> IsVip { get; init; }

    public Optional<bool> IsRemote { get; init; }

    /// <summary>The first day at work.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day at work.</summary>
    public DateOnly? EndsOn { get; init; }

    public EntityRef<Location>? Location { get; init; }

    /// <summary>Whom the person reports to.</summary>
    public EntityRef<User>? Manager { get; init; }

    /// <summary>Fields of the organization's own by API name, as GET /fields lists them; one that is left out has its default.</summary>
    public CustomFieldInput<User>? CustomFields { get; init; }

    public IEnumerable<FieldProblem> Check() => UserRules.Days(StartsOn, EndsOn);

    public sealed class Handler : ICommandHandler<CreateUser, UserChanged>
    {
        public async Task<Outcome<UserChanged>> Handle(CreateUser command, CommandContext context) => UserChanged.Of(await context.Add(new User
        {
            Name = command.Name.Trim(),
            FirstName = command.FirstName.Clean(),
            LastName = command.LastName.Clean(),
            Username = command.Username.Clean(),
            Mail = command.Mail.Clean(),
            Phone = command.Phone.Clean(),
            Title = command.Title.Clean(),
            EmployeeNumber = command.EmployeeNumber.Clean(),
            Company = command.Company.Clean(),
            Website = command.Website.Clean(),
            Notes = command.Notes.Clean(),
            IsVip = command.IsVip.Value,
            IsRemote = command.IsRemote.Value,
            StartsOn = command.StartsOn,
            EndsOn = command.EndsOn,
            LocationId = command.Location?.Entity.Id,
            ManagerId = command.Manager?.Entity.Id,
        }));
    }
}
