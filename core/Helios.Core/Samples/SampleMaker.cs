using System.Security.Cryptography;
using Helios.Core.Directory.People;
using Helios.Core.Identity.Commands;
using Helios.Core.Notifications.Commands;
using Helios.Core.Organizations.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Npgsql;

namespace Helios.Core.Samples;

/// <summary>Makes the sample organization through the commands that people use, each at its time of the last year.</summary>
/// <remarks>The same seed makes the same texts; ids are new each time. Nobody knows the passwords of its accounts.</remarks>
public sealed class SampleMaker(Registry registry, CommandPipeline commands, Sealer sealer, FollowerRunner followers, NpgsqlDataSource database, SampleClock clock)
{
    /// <summary>The organization's name in addresses.</summary>
    public const string Slug = "sample";

    const int Seed = 20_260_107;

    // More would only keep rows locked for longer (CommandSeries).
    const int StepsAtOnce = 50;

    const string OwnerName = "Amara Osei";

    const string OwnerMail = "amara.osei@brightwater.example";

    /// <summary>What came later than this the owner has not read yet.</summary>
    static readonly TimeSpan Unread = TimeSpan.FromDays(21);

    /// <summary>Makes it in an installation that has none.</summary>
    /// <param name="report">Hears how far it is.</param>
    /// <param name="stop">Gives up.</param>
    public async Task Make(Action<string> report, CancellationToken stop)
    {
        var now = clock.Now;
        var owner = await Found(stop);
        var plan = new SamplePlan(now, Seed, new SampleAuthor
        {
            Name = OwnerName,
            Mail = OwnerMail,
            Department = "IT",
            City = "Utrecht",
            Role = Roles.Owner,
            Key = "U-1",
            Id = owner.Actor.UserId!.Value,
            Account = owner.Actor.AccountId,
        });
        foreach (var part in registry.Contributions<SamplePart>())
        {
            var done = plan.Steps.Count;
            part.Value.Plan(plan);
            // What earlier parts planned is done; the new steps are those that were not there.
            var steps = plan.Steps.Where(step => !ran.Contains(step)).ToList();
            report($"Sample organization: {part.Value.Label}.");
            await Run(steps, owner, now - Unread, report, stop);
            if (done == 0)
                await Employ(plan, owner, stop);
        }

        clock.Now = now;
        await sealer.SealAll(stop);
    }

    readonly HashSet<SampleStep> ran = [];

    async Task<Scope> Found(CancellationToken stop)
    {
        var now = clock.Now;
        clock.Now = now.AddDays(-373);
        var guest = new Scope(null, Actor.Guest("setup", "The owner"), Door.Start, "sample");
        Expect(await commands.Run(new SetUp("Brightwater Instruments", Slug, OwnerName, OwnerMail, Unknown()), guest, null, stop));
        clock.Now = now;
        await using var command = database.CreateCommand("select o.id, o.name, m.account_id, m.user_id from platform.organization o join platform.membership m on m.organization_id = o.id");
        await using var row = await command.ExecuteReaderAsync(stop);
        await row.ReadAsync(stop);
        var actor = new Actor(ActorKind.Account, OwnerName, Roles.Owner, registry.PermissionsOf(Roles.Owner)) { AccountId = row.GetGuid(2), UserId = row.GetGuid(3) };
        return new Scope(new OrganizationScope(row.GetGuid(0), Slug, row.GetString(1)), actor, Door.Page, "sample");
    }

    async Task Run(List<SampleStep> steps, Scope owner, DateTimeOffset unread, Action<string> report, CancellationToken stop)
    {
        var (told, isRead) = (0, false);
        for (var from = 0; from < steps.Count; from += StepsAtOnce)
        {
            if (!isRead && steps[from].At >= unread)
            {
                await ReadInbox(owner, stop);
                isRead = true;
            }

            await using var series = await commands.Begin(owner, stop);
            foreach (var step in steps.Skip(from).Take(StepsAtOnce))
                await Run(series, step, owner, stop);
            await series.Commit();
            if (from * 4 / steps.Count > told)
                report($"  {25 * ++told} %");
        }
    }

    async Task Run(CommandSeries series, SampleStep step, Scope owner, CancellationToken stop)
    {
        clock.Now = step.At;
        var scope = ScopeOf(step.By, owner);
        if (series.Db.Scope!.Actor != scope.Actor)
            series.Db.Scope = scope;
        var command = step.Command();
        var refusal = await series.Run(registry.Command(command.GetType()), command, CommandOptions.None, (_, report) =>
        {
            if (report.Events is [{ } first, ..])
                step.Made?.Invoke(first.Id, first.Key);
        }, stop);
        ran.Add(step);
        if (refusal is not null)
            throw new InvalidOperationException($"The sample's {command.GetType().Name} is refused: {refusal.Text} {string.Join(' ', refusal.Fields.Select(field => $"{field.Field}: {field.Text}"))}");
    }

    /// <summary>The owner has read what reached her until now.</summary>
    async Task ReadInbox(Scope owner, CancellationToken stop)
    {
        await sealer.SealAll(stop);
        await followers.CatchUp(stop);
        Expect(await commands.Run(new ReadInbox(), owner, null, stop));
    }

    Scope ScopeOf(SampleAuthor? author, Scope owner) => author is null ? owner : owner with
    {
        Actor = new Actor(ActorKind.Account, author.Name, author.Role, registry.PermissionsOf(author.Role)) { AccountId = author.Account, UserId = author.Id },
    };

    /// <summary>Gives the staff their accounts, as an invitation and its link would.</summary>
    async Task Employ(SamplePlan plan, Scope owner, CancellationToken stop)
    {
        clock.Now = plan.Now.AddDays(-371);
        foreach (var person in plan.People.Where(person => person.Role == Roles.ItStaff))
        {
            Expect(await commands.Run(new InviteUser(new EntityRef<User>(person.Key), person.Role), owner, null, stop));
            await using var command = database.CreateCommand("select id from platform.invitation where used_at is null");
            var invitation = (Guid)(await command.ExecuteScalarAsync(stop))!;
            var guest = new Scope(null, Actor.Guest("join", "An invited person") with { CredentialId = invitation.ToString() }, Door.Start, "sample");
            person.Account = Expect(await commands.Run(new Join(person.Mail, Unknown()), guest, null, stop)).Account;
        }
    }

    static string Unknown() => RandomNumberGenerator.GetHexString(32);

    static T Expect<T>(Outcome<T> outcome) =>
        outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"The sample is refused: {outcome.Problem.Text}");
}
