namespace Helios.Core.Directory.People;

/// <summary>How long and in what form a person's fields may be, and what is said when they are not.</summary>
static class UserLimits
{
    public const int Name = 200;
    public const string NameText = "Give a name of 1 to 200 characters.";
    public const int PartOfName = 100;
    public const string PartOfNameText = "First and last name may have 100 characters each.";
    public const int Username = 200;
    public const string UsernameText = "The user name may have 200 characters.";
    public const int Mail = 254;
    public const string MailText = "A mail address has at most 254 characters.";
    public const string MailForm = @"^\s*[^\s@<>"",;]+@[^\s@<>"",;]+\s*$";
    public const string MailFormText = "This is no mail address. Write one like mei@example.com.";
    public const int Phone = 60;
    public const string PhoneText = "The phone number may have 60 characters.";
    public const int Line = 200;
    public const string LineText = "Job title, company and employee number may have 200 characters each.";
    public const int Website = 500;
    public const string WebsiteText = "The address of a website may have 500 characters.";
    public const string WebsiteForm = @"^\s*https?://\S+\s*$";
    public const string WebsiteFormText = "The address of a website begins with http:// or https://.";
    public const int Notes = 10_000;
    public const string NotesText = "Notes may have 10,000 characters. Attach long texts as files.";
}
