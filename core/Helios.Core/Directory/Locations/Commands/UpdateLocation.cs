using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.Locations.Commands;

/// <summary>Changes fields of a location; what is absent stays as it is, null clears it.</summary>
public sealed record UpdateLocation : ICommand<LocationChanged>
{
    /// <summary>The location.</summary>
    [Target]
    public required EntityRef<Location> Location { get; init; }

    [Required(ErrorMessage = LocationLimits.NameText), StringLength(LocationLimits.Name, MinimumLength = 1, ErrorMessage = LocationLimits.NameText)]
    public Optional<string> Name { get; init; }

    /// <summary>Street and number. Together with the name it is unique.</summary>
    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public Optional<string?> Address { get; init; }

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public Optional<string?> Address2 { get; init; }

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public Optional<string?> City { get; init; }

    /// <summary>State or province.</summary>
    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public Optional<string?> State { get; init; }

    /// <summary>Country, as a name or an ISO 3166 code.</summary>
    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public Optional<string?> Country { get; init; }

    [StringLength(LocationLimits.PostalCode, ErrorMessage = LocationLimits.PostalCodeText)]
    public Optional<string?> PostalCode { get; init; }

    /// <summary>ISO 4217 code of the currency that is paid in there.</summary>
    [RegularExpression(LocationLimits.CurrencyForm, ErrorMessage = LocationLimits.CurrencyText)]
    public Optional<string?> Currency { get; init; }

    [StringLength(LocationLimits.Notes, ErrorMessage = LocationLimits.NotesText)]
    public Optional<string?> Notes { get; init; }

    /// <summary>The place that it is part of: never itself or one of its own parts.</summary>
    public Optional<EntityRef<Location>?> Parent { get; init; }

    /// <summary>Who looks after it.</summary>
    public Optional<EntityRef<User>?> Manager { get; init; }

    /// <summary>Fields of the organization's own by API name, as GET /fields lists them; one that is left out stays as it is.</summary>
    public CustomFieldInput<Location>? CustomFields { get; init; }

    public sealed class Handler(HeliosDb db) : ICommandHandler<UpdateLocation, LocationChanged>
    {
        public async Task<Outcome<LocationChanged>> Handle(UpdateLocation command, CommandContext context)
        {
            var location = command.Location.Entity;
            if (await Refuse(command, location, context.Stop) is { } refusal)
                return refusal;
            location.Name = command.Name.Or(location.Name)!.Trim();
            location.Address = command.Address.Or(location.Address).Clean();
            location.Address2 = command.Address2.Or(location.Address2).Clean();
            location.City = command.City.Or(location.City).Clean();
            location.State = command.State.Or(location.State).Clean();
            location.Country = command.Country.Or(location.Country).Clean();
            location.PostalCode = command.PostalCode.Or(location.PostalCode).Clean();
            location.Currency = command.Currency.Or(location.Currency).Clean()?.ToUpperInvariant();
            location.Notes = command.Notes.Or(location.Notes).Clean();
            location.ParentId = command.Parent.IsPresent ? command.Parent.Value?.Entity.Id : location.ParentId;
            location.ManagerId = command.Manager.IsPresent ? command.Manager.Value?.Entity.Id : location.ManagerId;
            return LocationChanged.Of(location);
        }

        async Task<Problem?> Refuse(UpdateLocation command, Location location, CancellationToken stop)
        {
            if (command.Parent.Value?.Entity is not { } parent || parent.Id == location.ParentId)
                return null;
            if (parent.Id == location.Id)
                return Problem.Invalid("parent", "Nothing is a part of itself. Choose another one, or leave it empty.");
            return await Ancestry.IsPartOf(db, parent.Id, location.Id, stop)
                ? Problem.Invalid("parent", $"{parent.Name} is a part of {location.Name} already. Choose another one.")
                : null;
        }
    }
}
