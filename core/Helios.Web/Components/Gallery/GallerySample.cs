using Helios.Web.Components.Shell;

namespace Helios.Web.Components.Gallery;

/// <summary>The fictitious organization that the component pages show.</summary>
static class GallerySample
{
    /// <summary>First segment of the pages' addresses.</summary>
    public const string Root = "/_components";

    public static readonly GalleryTicket[] Tickets =
    [
        new("T-1042", "VPN drops every few minutes after the laptop update", "Mei Tanaka", "Amara Osei", PriorityLevel.High, "In progress", StateShape.Progress, 4),
        new("T-1041", "Phishing mail reported: “Invoice 88213 overdue”", "Noah Weiss", "Priya Nair", PriorityLevel.Urgent, "In progress", StateShape.Progress, 9),
        new("T-1040", "Cannot sign in to the lab booking system", "Elif Demir", null, PriorityLevel.Normal, "New", StateShape.New, 11),
        new("T-1039", "Meeting room “Fjord” screen shows no signal", "Ingrid Solberg", null, PriorityLevel.Normal, "New", StateShape.New, 26),
        new("T-1031", "New starter needs VPN and field tools (starts 23 Nov)", "Sofia Rossi", "Tomás Varga", PriorityLevel.Normal, "Waiting for manager", StateShape.Waiting, 64),
        new("T-1027", "Printer on floor 3 jams with A3 paper", "Rafael Costa", "Jonas Lindqvist", PriorityLevel.Low, "Waiting for vendor", StateShape.Waiting, 133),
        new("T-1019", "Badge reader door 2B offline", "Ingrid Solberg", "Jonas Lindqvist", PriorityLevel.High, "Resolved", StateShape.Done, 320),
        new("T-1002", "Slow wifi in the east wing since Friday", "Hana Kim", "Amara Osei", PriorityLevel.Normal, "In progress", StateShape.Progress, 1500),
    ];

    public static ShellModel Shell(string current, Appearance appearance, DateTimeOffset now, params IReadOnlyList<Toast> toasts) => new()
    {
        OrganizationName = "Larkspur Labs",
        OrganizationSlug = Root[1..],
        OrganizationCaption = "312 people",
        UserName = "Amara Osei",
        UserCaption = "IT lead",
        CsrfToken = "sample",
        Appearance = appearance,
        Toasts = toasts,
        Navigation =
        [
            new(null, [Place("Home", "home", "", current) with { Key = "g h", Count = 7, Tone = Tone.Sun }]),
            new("Support",
            [
                Place("Desk", "desk", "/list", current) with
                {
                    Key = "g t",
                    Count = 37,
                    Items = [Place("Tickets", null, "/list", current) with { Count = 37 }, Place("One ticket", null, "/record", current), Place("As a board", null, "/board", current), Place("As a table", null, "/table", current)],
                    Current = current is "/list" or "/record" or "/board" or "/table",
                },
            ]),
            new("Inventory", [Place("People", "people", "/empty", current) with { Key = "g p" }, Place("Locations", "location", "/form", current) with { Key = "g l" }]),
            new("Protection", [Place("Watch", "watch", "/data", current) with { Key = "g m", Count = 1, Tone = Tone.Bad }]),
        ],
        Settings = Place("Settings", "settings", "/loading", current) with { Key = "g s" },
        Quick = [Place("Home", "home", "", current), Place("Desk", "desk", "/list", current), Place("People", "people", "/empty", current)],
        NewItems = [new("Ticket", "ticket", Root + "/form", "c t"), new("Person", "user-add", Root + "/form", "c p"), new("Location", "location", Root + "/form", "c l")],
        UserItems = [new("My account", "user", Root + "/form"), new("Sessions", "session", Root + "/list")],
        // One page shows what the frame has where there is more than one organization, an inbox, help and something that runs by itself.
        Organizations = current == "/data" ? [new("Larkspur Labs", Root, Current: true), new("Brookfield Schools", Root + "/list") { Count = "164" }, new("Harbour Clinic", Root + "/record") { Count = "58" }] : [],
        InboxAddress = current == "/data" ? Root + "/list" : null,
        Unread = 3,
        HelpAddress = current == "/data" ? Root + "/record" : null,
        Status = current == "/data" ? new("Google synced", Tone.Ok, now.AddMinutes(-2), now) : null,
        Commands = [new("Create ticket", Root + "/form", "add", "Desk", "c t"), new("Import people", Root + "/form", "import", "People"), new("Restart the VPN service", "#", "play") { WhyNot = "Needs approval from Amara Osei" }, new("Sign in as somebody new", Root + "/sign-in", "sign-in")],
    };

    static NavigationItem Place(string label, string? icon, string path, string current) =>
        new(label, icon, Root + path) { Current = string.Equals(path, current, StringComparison.Ordinal) };
}
