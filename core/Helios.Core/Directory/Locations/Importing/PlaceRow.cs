using System.ComponentModel.DataAnnotations;
using Helios.Core.Importing;
using Helios.Kernel.Input;

namespace Helios.Core.Directory.Locations.Importing;

/// <summary>A row of a file as a location; what is null leaves the location's field as it is.</summary>
sealed class PlaceRow(ImportCells cells)
{
    [StringLength(LocationLimits.Name, ErrorMessage = LocationLimits.NameText)]
    public string? Name => cells["name"];

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? Address => cells["address"];

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? Address2 => cells["address2"];

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? City => cells["city"];

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? State => cells["state"];

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? Country => cells["country"];

    [StringLength(LocationLimits.PostalCode, ErrorMessage = LocationLimits.PostalCodeText)]
    public string? PostalCode => cells["postalCode"];

    [RegularExpression(LocationLimits.CurrencyForm, ErrorMessage = LocationLimits.CurrencyText)]
    public string? Currency => cells["currency"];

    [StringLength(LocationLimits.Notes, ErrorMessage = LocationLimits.NotesText)]
    public string? Notes => cells["notes"];

    /// <summary>Who looks after it: the user name where there is one, else the name.</summary>
    public string? Manager => cells["managerUsername"] ?? cells["manager"];

    /// <summary>The manager's full name, tried where nobody has the user name.</summary>
    public string? ManagerName => cells["manager"];

    public string? Parent => cells["parent"];

    /// <summary>How the row is shown.</summary>
    public string Shown => Name ?? $"Row {cells.Number}";

    /// <summary>What is wrong with its cells.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [.. InputRules.Of(typeof(PlaceRow)).Broken(this).Select(broken => $"{LocationsImport.LabelOf(broken.Field)}: {broken.Text}")];
        if (Name is null)
            problems.Add("The row has no name. Fill in the name of the location.");
        return problems;
    }

    /// <summary>Writes what the row says into a location.</summary>
    public void Fill(Location location)
    {
        location.Name = Name ?? location.Name;
        location.Address = Address ?? location.Address;
        location.Address2 = Address2 ?? location.Address2;
        location.City = City ?? location.City;
        location.State = State ?? location.State;
        location.Country = Country ?? location.Country;
        location.PostalCode = PostalCode ?? location.PostalCode;
        location.Currency = Currency?.ToUpperInvariant() ?? location.Currency;
        location.Notes = Notes ?? location.Notes;
    }
}
