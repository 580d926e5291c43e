using Helios.BrowserTests.Fixtures;
using Helios.Core.Alerts;
using Helios.Core.Alerts.Commands;
using Helios.Core.Bulk.Commands;
using Helios.Core.Comments.Commands;
using Helios.Core.CustomFields.Commands;
using Helios.Core.Links.Commands;
using Helios.Core.Secrets.Commands;
using Helios.Core.Tags.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;

namespace Helios.BrowserTests.Pages;

/// <summary>One record for each part in braces of an address, rich enough that its page shows everything that it can.</summary>
static class PageRecords
{
    /// <summary>Makes them; the values of the parts in braces.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Make(Organization organization)
    {
        var field = await Fields(organization, (await organization.SetUp()).Scope);
        var owner = (await organization.Anew()).Scope;
        var location = await organization.Location("Tallinn office", "Tallinn");
        var manager = await organization.Person("Grace Hall", title: "Head of research");
        var person = await organization.Person("Mei Tanaka", title: "Research engineer", location: location.Key, manager: manager.Key);
        var ticket = await organization.Ticket("VPN drops every hour", person.Key, "Since **Monday** the tunnel closes after an hour.\n\n- Windows 11\n- from home");
        await organization.Ticket("New keyboard", person.Key);
        var entity = new EntityRef<Entity>(ticket.Key);
        await organization.Run(new AddComment(entity, "Which version of the client do you use?", "requester"), owner);
        await organization.Run(new AddComment(new EntityRef<Entity>(ticket.Key), "The gateway was patched on Sunday.", "internal"), owner);
        await organization.Run(new AddComment(new EntityRef<Entity>(location.Key), "The **north door** opens with the new badges only.", "internal"), owner);
        await organization.Run(new AddComment(new EntityRef<Entity>(person.Key), "Prefers to be called before noon.", "internal"), owner);
        await organization.Run(new AddTag(new EntityRef<Entity>(ticket.Key), "network"), owner);
        var link = await organization.Run(new AddLink(new EntityRef<Entity>(ticket.Key), new EntityRef<Entity>(location.Key), "-uses", "The room of the ladder", new DateOnly(2026, 1, 7)), owner);
        await organization.Run(new AddLink(new EntityRef<Entity>(ticket.Key), new EntityRef<Entity>(person.Key), "depends_on"), owner);
        await organization.Run(new AddLink(new EntityRef<Entity>(person.Key), new EntityRef<Entity>(location.Key), "uses"), owner);
        await organization.Run(new AddLink(new EntityRef<Entity>(person.Key), new EntityRef<Entity>(manager.Key)), owner);
        await organization.Run(new UpdateTag("network", default, new("teal")), owner);
        var relation = await organization.Run(new AddRelationType("is fixed by", "fixes"), owner);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["organization"] = organization.Slug,
            ["user"] = person.Key,
            ["location"] = location.Key,
            ["ticket"] = ticket.Key,
            ["field"] = field,
            ["label"] = "ticket",
            ["kind"] = "ticket",
            ["view"] = "all",
            ["entity"] = ticket.Key,
            ["secret"] = (await organization.Run(new CreateSecret("Mail relay API token", "relay-4711-token", "Sends our mail. From the provider's console, account it@larkspur.example."), owner)).Key,
            ["key"] = ticket.Key,
            ["link"] = link.Id.ToString(),
            ["relation"] = relation.Id.ToString(),
            ["tag"] = "network",
            ["entry"] = await organization.InboxEntry(ticket.Key),
            ["bulk"] = (await organization.Run(new StartBulk("tickets.close", "ticket", Targets: [ticket.Key]), owner)).Key,
            ["attachment"] = (await organization.Attach(ticket.Key, "gateway.png")).ToString(),
            ["schedule"] = await organization.Schedule(),
            ["job"] = await organization.DeadJob(),
            ["alert"] = (await organization.Run(new RaiseAlert("jobs.dead", "“Import a file” gave up. Look at it under Settings > Jobs.", AlertSeverity.Warning, "The disk is full."), owner)).Key,
            ["name"] = "tickets.assign",
            ["operation"] = await organization.Operation(),
            ["import"] = await organization.Import("Name,Username,Manager\nAlva Brandt,abrandt,Nobody At All\nBruno Costa,bcosta,abrandt\nNo Key,,"),
        };
    }

    /// <summary>A field of each type on tickets, most of them with a value from the start, two of them in lists; the key of one with choices.</summary>
    static async Task<string> Fields(Organization organization, Scope owner)
    {
        var key = "";
        foreach (var (name, type, standard) in new (string Name, CustomFieldType Type, object? Default)[]
        {
            ("Cost center", CustomFieldType.Text, "CC-4711"), ("Background", CustomFieldType.LongText, "Bought in March.\nLent to the lab since."), ("Amount", CustomFieldType.Number, 1240.5m),
            ("Needed by", CustomFieldType.Date, "2026-12-01"), ("Approver", CustomFieldType.Person, null), ("Approved", CustomFieldType.CheckBox, true), ("Offer", CustomFieldType.Link, "https://shop.example/offers/7"),
            ("Devices", CustomFieldType.Choices, new[] { "laptop" }), ("Standort", CustomFieldType.Choice, "berlin"),
        })
        {
            var choices = type switch
            {
                CustomFieldType.Choices => new FieldChoice[] { new("Laptop"), new("Phone") },
                CustomFieldType.Choice => [new("Berlin"), new("大阪")],
                _ => null,
            };
            key = (await organization.Run(
                new CreateField
                {
                    Kind = "ticket",
                    Name = name,
                    Type = type,
                    Choices = choices,
                    Default = standard is null ? null : System.Text.Json.JsonSerializer.SerializeToElement(standard),
                    Help = $"What {name.ToLowerInvariant()} means.",
                    IsInList = type is CustomFieldType.Number or CustomFieldType.Choice,
                    Audience = type is CustomFieldType.Text ? "requester" : "internal",
                },
                owner)).Key;
        }

        return key;
    }
}
