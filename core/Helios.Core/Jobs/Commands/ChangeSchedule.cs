using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;

namespace Helios.Core.Jobs.Commands;

/// <summary>Changes when a schedule is due, or switches it on or off; what is absent stays as it is.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Times"><c>daily 03:10</c>, <c>weekdays 07:00</c>, <c>mon,thu 06:30</c>, <c>hourly :15</c>, or a cron expression; null brings the usual times back.</param>
/// <param name="Zone">The IANA name of the time zone whose clock counts; null for the organization's.</param>
/// <param name="On">Whether it makes jobs.</param>
public sealed record ChangeSchedule(
    [property: Target] RowRef<Schedule> Schedule,
    [property: StringLength(120, ErrorMessage = "Times have at most 120 characters.")] Optional<string?> Times,
    [property: StringLength(64, ErrorMessage = "A time zone has at most 64 characters.")] Optional<string?> Zone,
    Optional<bool> On) : ICommand<Nothing>, IChecked
{
    public IEnumerable<FieldProblem> Check()
    {
        if (Times.Value is { } times && DueTimes.Read(times) is null)
            yield return new FieldProblem("times", "This says no times. Write daily 03:10, weekdays 07:00, mon,thu 06:30, hourly :15, or a cron expression that is due at most once a minute.");
        if (Zone.Value is { } zone && !Zones.Exists(zone))
            yield return new FieldProblem("zone", "There is no such time zone. Give its IANA name, such as Europe/Berlin.");
    }

    public sealed class Handler(HeliosDb db) : ICommandHandler<ChangeSchedule, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(ChangeSchedule command, CommandContext context)
        {
            var schedule = command.Schedule.Row;
            if (command.Times.Value is { } text && DueTimes.Read(text)!.Next(context.Now, TimeZoneInfo.Utc) is null)
                return Problem.Invalid("times", "These times are never due again. Choose others.");
            var (times, zone, on) = (command.Times.Or(schedule.Times)?.Trim(), command.Zone.Or(schedule.Zone), command.On.Or(schedule.IsOn));
            await Tell(context, $"schedule.{schedule.Name}.times", schedule.Times, times);
            await Tell(context, $"schedule.{schedule.Name}.zone", schedule.Zone, zone);
            await Tell(context, $"schedule.{schedule.Name}", schedule.IsOn, on);
            // The scheduler reads the next time anew. Times that passed while it was off are gone.
            if (times != schedule.Times || zone != schedule.Zone || on != schedule.IsOn)
                schedule.NextAt = null;
            (schedule.Times, schedule.Zone, schedule.IsOn) = (times, zone, on);
            return Nothing.Instance;
        }

        async Task Tell(CommandContext context, string field, object? old, object? now)
        {
            if (!Equals(old, now))
                await context.TellOfActor(db, field, old, now);
        }
    }
}
