using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Alerts.Commands;

/// <summary>Writes down what became of the post of an alert.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="State">done, failed, unknown or canceled.</param>
/// <param name="Message">What the far side answered.</param>
public sealed record RecordAlertPost(
    [property: Target] EntityRef<Alert> Alert,
    [property: AllowedValues(ItemState.Done, ItemState.Failed, ItemState.Unknown, ItemState.Canceled, ErrorMessage = "Choose one of done, failed, unknown, canceled.")] string State,
    [property: StringLength(1000, ErrorMessage = "A message has at most 1,000 characters.")] string? Message) : ICommand<Nothing>
{
    public sealed class Handler : ICommandHandler<RecordAlertPost, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(RecordAlertPost command, CommandContext context)
        {
            command.Alert.Entity.Post(command.State, command.Message);
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
