using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.Locations;
using Helios.Core.Importing;
using Helios.Kernel.Input;

namespace Helios.Core.Directory.People.Importing;

/// <summary>A row of a file as a person; what is null leaves the person's field as it is.</summary>
sealed class PersonRow
{
    readonly List<string> problems = [];
    readonly ImportCells cells;

    public PersonRow(ImportCells cells)
    {
        this.cells = cells;
        IsActive = Flag("active");
        IsRemote = Flag("remote");
        IsVip = Flag("vip");
        StartsOn = Day("starts");
        EndsOn = Day("ends");
    }

    [StringLength(UserLimits.Name, ErrorMessage = UserLimits.NameText)]
    public string? Name => cells["name"];

    [StringLength(UserLimits.PartOfName, ErrorMessage = UserLimits.PartOfNameText)]
    public string? FirstName => cells["firstName"];

    [StringLength(UserLimits.PartOfName, ErrorMessage = UserLimits.PartOfNameText)]
    public string? LastName => cells["lastName"];

    [StringLength(UserLimits.Username, ErrorMessage = UserLimits.UsernameText)]
    public string? Username => cells["username"];

    [StringLength(UserLimits.Mail, ErrorMessage = UserLimits.MailText), RegularExpression(UserLimits.MailForm, ErrorMessage = UserLimits.MailFormText)]
    public string? Mail => cells["mail"];

    [StringLength(UserLimits.Phone, ErrorMessage = UserLimits.PhoneText)]
    public string? Phone => cells["phone"];

    [StringLength(UserLimits.Line, ErrorMessage = UserLimits.LineText)]
    public string? Title => cells["title"];

    [StringLength(UserLimits.Line, ErrorMessage = UserLimits.LineText)]
    public string? EmployeeNumber => cells["employeeNumber"];

    [StringLength(UserLimits.Line, ErrorMessage = UserLimits.LineText)]
    public string? Company => cells["company"];

    [StringLength(UserLimits.Website, ErrorMessage = UserLimits.WebsiteText), RegularExpression(UserLimits.WebsiteForm, ErrorMessage = UserLimits.WebsiteFormText)]
    public string? Website => cells["website"];

    [StringLength(UserLimits.Notes, ErrorMessage = UserLimits.NotesText)]
    public string? Notes => cells["notes"];

    [StringLength(LocationLimits.Name, ErrorMessage = "A location's name may have 200 characters.")]
    public string? Location => cells["location"];

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? Address => cells["address"];

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? City => cells["city"];

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? State => cells["state"];

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? Country => cells["country"];

    [StringLength(LocationLimits.PostalCode, ErrorMessage = LocationLimits.PostalCodeText)]
    public string? PostalCode => cells["postalCode"];

    public string? Manager => cells["manager"];

    public bool? IsActive { get; }

    public bool? IsRemote { get; }

    public bool? IsVip { get; }

    public DateOnly? StartsOn { get; }

    public DateOnly? EndsOn { get; }

    /// <summary>The name that the row gives, or null.</summary>
    public string? FullName => Name ?? string.Join(' ', new[] { FirstName, LastName }.OfType<string>()).Clean();

    /// <summary>How the row is shown.</summary>
    public string Shown => FullName ?? Username ?? Mail ?? $"Row {cells.Number}";

    /// <summary>What is wrong with its cells, each sentence with the column it is about.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (Username is null && Mail is null)
            problems.Add("The row has neither a user name nor a mail address, so the person could not be recognized again. Fill in one of them.");
        foreach (var broken in InputRules.Of(typeof(PersonRow)).Broken(this))
            problems.Add($"{PeopleImport.LabelOf(broken.Field)}: {broken.Text}");
        foreach (var broken in UserRules.Days(StartsOn, EndsOn))
            problems.Add(broken.Text);
        return problems;
    }

    /// <summary>Writes what the row says into a person.</summary>
    public void Fill(User user)
    {
        user.FirstName = FirstName ?? user.FirstName;
        user.LastName = LastName ?? user.LastName;
        if (Name is not null)
            user.Name = Name;
        else if (FullName is not null)
            user.Name = $"{user.FirstName} {user.LastName}".Trim();
        user.Username = Username ?? user.Username;
        user.Mail = Mail ?? user.Mail;
        user.Phone = Phone ?? user.Phone;
        user.Title = Title ?? user.Title;
        user.EmployeeNumber = EmployeeNumber ?? user.EmployeeNumber;
        user.Company = Company ?? user.Company;
        user.Website = Website ?? user.Website;
        user.Notes = Notes ?? user.Notes;
        user.IsActive = IsActive ?? user.IsActive;
        user.IsRemote = IsRemote ?? user.IsRemote;
        user.IsVip = IsVip ?? user.IsVip;
        user.StartsOn = StartsOn ?? user.StartsOn;
        user.EndsOn = EndsOn ?? user.EndsOn;
    }

    bool? Flag(string field)
    {
        if (cells[field] is not { } text)
            return null;
        var flag = CellText.Flag(text);
        if (flag is null)
            problems.Add($"{PeopleImport.LabelOf(field)}: “{text}” is neither yes nor no. Write true or false.");
        return flag;
    }

    DateOnly? Day(string field)
    {
        if (cells[field] is not { } text)
            return null;
        var day = CellText.Day(text);
        if (day is null)
            problems.Add($"{PeopleImport.LabelOf(field)}: “{text}” is no day. Write it as 2026-11-17.");
        return day;
    }
}
