namespace Helios.Core.Directory.Locations;

/// <summary>How long and in what form a location's fields may be, and what is said when they are not.</summary>
static class LocationLimits
{
    public const int Name = 200;
    public const string NameText = "Give a name of 1 to 200 characters.";
    public const int Line = 200;
    public const string LineText = "Each line of an address may have 200 characters.";
    public const int PostalCode = 20;
    public const string PostalCodeText = "A postal code may have 20 characters.";
    public const string CurrencyForm = "^[A-Za-z]{3}$";
    public const string CurrencyText = "A currency is three letters of ISO 4217, such as EUR or USD.";
    public const int Notes = 10_000;
    public const string NotesText = "Notes may have 10,000 characters. Attach long texts as files.";
}
