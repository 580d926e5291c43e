using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.Locations.Commands;

/// <summary>Adds a location: a site, a building, a room.</summary>
public sealed record CreateLocation : ICommand<LocationChanged>
{
    [Required(ErrorMessage = LocationLimits.NameText), StringLength(LocationLimits.Name, MinimumLength = 1, ErrorMessage = LocationLimits.NameText)]
    public required string Name { get; init; }

    /// <summary>Street and number. Together with the name it is unique.</summary>
    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? Address { get; init; }

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? Address2 { get; init; }

    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? City { get; init; }

    /// <summary>State or province.</summary>
    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? State { get; init; }

    /// <summary>Country, as a name or an ISO 3166 code.</summary>
    [StringLength(LocationLimits.Line, ErrorMessage = LocationLimits.LineText)]
    public string? Country { get; init; }

    [StringLength(LocationLimits.PostalCode, ErrorMessage = LocationLimits.PostalCodeText)]
    public string? PostalCode { get; init; }

    /// <summary>ISO 4217 code of the currency that is paid in there.</summary>
    [RegularExpression(LocationLimits.CurrencyForm, ErrorMessage = LocationLimits.CurrencyText)]
    public string? Currency { get; init; }

    [StringLength(LocationLimits.Notes, ErrorMessage = LocationLimits.NotesText)]
    public string? Notes { get; init; }

    /// <summary>The place that it is part of.</summary>
    public EntityRef<Location>? Parent { get; init; }

    /// <summary>Who looks after it.</summary>
    public EntityRef<User>? Manager { get; init; }

    /// <summary>Fields of the organization's own by API name, as GET /fields lists them; one that is left out has its default.</summary>
    public CustomFieldInput<Location>? CustomFields { get; init; }

    public sealed class Handler : ICommandHandler<CreateLocation, LocationChanged>
    {
        public async Task<Outcome<LocationChanged>> Handle(CreateLocation command, CommandContext context) => LocationChanged.Of(await context.Add(new Location
        {
            Name = command.Name.Trim(),
            Address = command.Address.Clean(),
            Address2 = command.Address2.Clean(),
            City = command.City.Clean(),
            State = command.State.Clean(),
            Country = command.Country.Clean(),
            PostalCode = command.PostalCode.Clean(),
            Currency = command.Currency.Clean()?.ToUpperInvariant(),
            Notes = command.Notes.Clean(),
            ParentId = command.Parent?.Entity.Id,
            ManagerId = command.Manager?.Entity.Id,
        }));
    }
}
