using Helios.Kernel.Entities;

namespace Helios.Kernel.Effects;

/// <summary>One call of an operation, and what became of it.</summary>
public sealed class OperationItem : IOwned
{
    public Guid OrganizationId { get; set; }

    public required Guid OperationId { get; init; }

    /// <summary>Its place in the operation, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What the call is for, such as the name of a device.</summary>
    public required string Label { get; init; }

    /// <summary>The request record as JSON; no secrets.</summary>
    public required string Request { get; init; }

    /// <summary>One of <see cref="ItemState"/>.</summary>
    public string State { get; set; } = ItemState.Waiting;

    /// <summary>How often it was called.</summary>
    public int Attempts { get; init; }

    /// <summary>When it may be called, at the earliest.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>What happened, for people.</summary>
    public string? Message { get; set; }

    /// <summary>What the far side answered, where that is worth keeping; no secrets.</summary>
    public string? Result { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>By this the far side recognizes a call that is repeated.</summary>
    public static string KeyOf(Guid operation, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{operation:N}-{number}");
}
