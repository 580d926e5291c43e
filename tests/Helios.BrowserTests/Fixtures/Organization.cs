using System.Globalization;
using System.Net;
using System.Text;
using Helios.Core.Attachments.Commands;
using Helios.Core.Comments.Commands;
using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Directory.People.Queries;
using Helios.Core.Identity.Commands;
using Helios.Core.Identity.Sessions;
using Helios.Core.Importing;
using Helios.Core.Importing.Commands;
using Helios.Core.Importing.Queries;
using Helios.Core.Jobs.Queries;
using Helios.Core.Notifications.Queries;
using Helios.Core.Organizations;
using Helios.Core.Organizations.Commands;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Jobs;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;
using Helios.Kernel.Secrets;
using Helios.Web.Scopes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace Helios.BrowserTests.Fixtures;

/// <summary>The organization that a test works in, filled by the commands that pages call.</summary>
public sealed class Organization(IServiceProvider services)
{
    readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);

    /// <summary>Its name in addresses.</summary>
    public string Slug => "larkspur";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Makes the organization with its owner and proves the recovery copy.</summary>
    public async Task<Person> SetUp()
    {
        if (people.TryGetValue(Roles.Owner, out var known))
            return known;
        const string mail = "robin.lane@larkspur.example";
        var link = await services.GetRequiredService<SetupLink>().Ensure(Stop);
        var made = await Run(new SetUp("Larkspur Labs", Slug, "Robin Lane", mail, Fixtures.Person.Password), await Guest(OneTimeLinks.Setup, link!));
        var owner = await Known("Robin Lane", mail, made.Account);
        await Run(new SaveRecoveryCopy(string.Join(' ', RecoveryCopy.Words(services.GetRequiredService<RootKey>()))), owner.Scope);
        return people[Roles.Owner] = owner;
    }

    /// <summary>The owner with the fields and words that the organization made its own since.</summary>
    public async Task<Person> Anew()
    {
        var owner = await SetUp();
        return people[Roles.Owner] = await Known(owner.Name, owner.Mail, owner.Account);
    }

    /// <summary>Somebody with this role: the owner, or whoever was invited with it.</summary>
    public async Task<Person> Somebody(string role)
    {
        await SetUp();
        return people.TryGetValue(role, out var known) ? known : people[role] = role == Roles.ItStaff ? await Joined("Amara Osei", role) : await Joined("Jonas Weber", role);
    }

    /// <summary>A person of the directory, whom the owner wrote down.</summary>
    public async Task<UserChanged> Person(string name, string? mail = null, string? title = null, string? location = null, string? manager = null, bool isVip = false) => await Run(
        new CreateUser
        {
            Name = name,
            Mail = mail ?? MailOf(name),
            Username = MailOf(name).Split('@')[0],
            Title = title,
            IsVip = isVip,
            Location = location is null ? null : new(location),
            Manager = manager is null ? null : new(manager),
        },
        await Owner());

    /// <summary>So many people with names that sort by their numbers; every third is a VIP.</summary>
    public async Task<IReadOnlyList<UserChanged>> People(int count)
    {
        List<UserChanged> made = [];
        for (var i = 1; i <= count; i++)
            made.Add(await Person(string.Create(CultureInfo.InvariantCulture, $"Colleague {i:000}"), isVip: i % 3 == 0));
        return made;
    }

    /// <summary>A location.</summary>
    public async Task<LocationChanged> Location(string name, string? city = null) => await Run(new CreateLocation { Name = name, City = city, Address = "1 Quay Street" }, await Owner());

    /// <summary>A ticket of this requester (a key), or of the owner.</summary>
    public async Task<TicketChanged> Ticket(string subject, string? requester = null, string? description = null) =>
        await Run(new CreateTicket(subject, description, requester is null ? null : new EntityRef<User>(requester)), await Owner());

    /// <summary>So many open tickets, by copies of one in the table alone: enough for lists, whose pages none of them has.</summary>
    public async Task Tickets(int count)
    {
        var first = await Ticket("The printer on floor 3 prints stripes");
        var owner = await Owner();
        await using var work = services.CreateAsyncScope();
        var db = work.ServiceProvider.GetRequiredService<HeliosDb>();
        db.Scope = owner;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into ticket (organization_id, id, key, staff_readable, version, created_at, updated_at, subject, description, status, priority, requester_id, assignee_id, opened_by_id)
            select organization_id, gen_random_uuid(), 'T-' || (900000 + n), staff_readable, version, created_at - n * interval '1 minute', updated_at - n * interval '1 minute', subject || ' (' || n || ')', description,
              (array['new', 'in_progress', 'waiting'])[1 + n % 3], 1 + n % 4, requester_id, assignee_id, opened_by_id
            from ticket, generate_series(2, {count}) n where key = {first.Key}
            """, Stop);
    }

    /// <summary>The path of a one-time link for a person of the directory.</summary>
    public async Task<string> Invitation(string key, string role) => (await Run(new InviteUser(new EntityRef<User>(key), role), await Owner())).Path!;

    /// <summary>The token of a new session of this account.</summary>
    public async Task<SetCookieHeaderValue> SessionOf(Guid account)
    {
        var http = Request();
        await services.GetRequiredService<SessionStore>().Begin(http, account);
        return SetCookieHeaderValue.Parse(http.Response.Headers.SetCookie.Single());
    }

    /// <summary>A file of people that waits for its start; gives the import's key.</summary>
    public async Task<string> Upload(string csv) =>
        (await Run(new UploadImport("user", "people.csv", Convert.ToBase64String(Encoding.UTF8.GetBytes(csv))), await Owner())).Key;

    /// <summary>A file of people that was imported to its end; gives the import's key.</summary>
    public async Task<string> Import(string csv)
    {
        var key = await Upload(csv);
        await Run(new StartImport(new EntityRef<Import>(key)), await Owner());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await Ask(new GetImport(new EntityRef<Import>(key)), await Owner())).State is not ImportState.Done)
            await timer.WaitForNextTickAsync(Stop);
        return key;
    }

    /// <summary>An entry of the owner's inbox about a ticket, which somebody else made by a note; gives its id.</summary>
    public async Task<string> InboxEntry(string ticket)
    {
        var owner = await SetUp();
        await Run(new AddComment(new EntityRef<Entity>(ticket), $"@{owner.Key} have a look", "internal"), (await Somebody(Roles.ItStaff)).Scope);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if ((await Ask(new ListInbox(), owner.Scope)).Items.FirstOrDefault(item => item.Entity.Key == ticket) is { } entry)
                return entry.Id.ToString();
            await timer.WaitForNextTickAsync(Stop);
        }
    }

    /// <summary>A small picture on an entity, for everybody who sees it; gives the attachment.</summary>
    public async Task<Guid> Attach(string entity, string name)
    {
        var owner = await Owner();
        using var content = new MemoryStream(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));
        var upload = (await services.GetRequiredService<Uploads>().Receive(owner, content, name, key: null, Stop)).Expect();
        return (await Run(new AttachFiles(new EntityRef<Entity>(entity), [new RowRef<Upload>(upload.Id)], "requester"), owner)).Items[0].Id;
    }

    /// <summary>The schedule that closes resolved tickets, as the node makes it within seconds; gives its id.</summary>
    public async Task<string> Schedule()
    {
        var owner = await Owner();
        await services.GetRequiredService<Scheduler>().Look(Stop);
        return (await Ask(new ListSchedules(), owner)).Items.Single(schedule => schedule.Name == "tickets.close_resolved").Id.ToString();
    }

    /// <summary>A job that gave up; gives its id.</summary>
    public async Task<string> DeadJob(string message = "The disk is full.")
    {
        var job = new Job
        {
            OrganizationId = (await Owner()).OrganizationId,
            Name = "imports.run",
            Payload = """{"import":"0199c0de-0000-7000-8000-000000000000"}""",
            State = JobState.Dead,
            Attempts = 5,
            RunAt = DateTimeOffset.UnixEpoch,
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            FinishedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Message = message,
        };
        await Save(job);
        return job.Id.ToString();
    }

    /// <summary>An effect on the outside world with a call in every state; gives its id.</summary>
    public async Task<string> Operation()
    {
        var owner = await Owner();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var operation = new Operation { OrganizationId = owner.OrganizationId, Name = "alerts.post", AccountId = owner.Actor.AccountId, CreatedAt = now };
        string[] states = [ItemState.Done, ItemState.Failed, ItemState.Unknown, ItemState.Calling, ItemState.Waiting];
        await Save([operation, .. states.Select((state, index) => new OperationItem
        {
            OrganizationId = owner.OrganizationId, OperationId = operation.Id, Number = index + 1, Label = $"alerts{index}.example.com", Request = "{}", State = state, Attempts = index, NextAt = now,
            Message = state == ItemState.Failed ? "It answered 422 Unprocessable Entity." : null,
        })]);
        return operation.Id.ToString();
    }

    /// <summary>Counts the words of the directory, as the node does every half minute.</summary>
    public Task CountWords() => ActivatorUtilities.CreateInstance<WordCount>(services).Run(Stop);

    /// <summary>Runs a command; a refusal fails the test.</summary>
    public async Task<T> Run<T>(ICommand<T> command, Scope by) => (await services.GetRequiredService<CommandPipeline>().Run(command, by, null, Stop)).Expect();

    /// <summary>Asks a query; a refusal fails the test.</summary>
    public async Task<T> Ask<T>(IQuery<T> query, Scope by) => (await services.GetRequiredService<QueryPipeline>().Ask(query, by, Stop)).Expect();

    /// <summary>Rows that no command makes: what a worker would have left.</summary>
    async Task Save(params object[] rows)
    {
        await using var work = services.CreateAsyncScope();
        var db = work.ServiceProvider.GetRequiredService<HeliosDb>();
        db.Scope = await Owner();
        db.AddRange(rows);
        await db.SaveChangesAsync(Stop);
    }

    static string MailOf(string name) => name.ToLowerInvariant().Replace(' ', '.') + "@larkspur.example";

    async Task<Scope> Owner() => (await SetUp()).Scope;

    async Task<Person> Joined(string name, string role)
    {
        var person = await Person(name);
        var link = await Invitation(person.Key, role);
        var made = await Run(new Join(MailOf(name), Fixtures.Person.Password), await Guest(OneTimeLinks.Join, link));
        return await Known(name, MailOf(name), made.Account);
    }

    /// <summary>Whoever opens a one-time link.</summary>
    async Task<Scope> Guest(string capability, string link)
    {
        var http = Request();
        http.Request.RouteValues[capability] = link[(link.LastIndexOf('/') + 1)..];
        return await services.GetRequiredService<IScopeSource>().FindOutside(http);
    }

    /// <summary>An account in the scope that its session gives it.</summary>
    async Task<Person> Known(string name, string mail, Guid account)
    {
        var http = Request();
        var session = await SessionOf(account);
        http.Request.Headers.Cookie = $"{session.Name}={session.Value}";
        var scope = await services.GetRequiredService<IScopeSource>().Find(http, Slug) ?? throw new InvalidOperationException($"{name} has no way into {Slug}.");
        var user = await Ask(new GetUser(new EntityRef<User>(scope.Actor.UserId!.Value.ToString())), scope);
        return new Person(name, mail, user.Key, account, scope);
    }

    DefaultHttpContext Request() => new() { RequestServices = services, Connection = { RemoteIpAddress = IPAddress.Loopback }, Request = { Scheme = Uri.UriSchemeHttp } };
}
