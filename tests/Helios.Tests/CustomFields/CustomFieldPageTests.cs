using System.Net;
using System.Text.Json.Nodes;
using Helios.Kernel.Scopes;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.CustomFields;

/// <summary>Custom fields as people meet them, without scripts: defined in the settings, filled in, read, hidden from whom they are not for.</summary>
public sealed class CustomFieldPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    const string New = "/larkspur/settings/fields/new";

    [Fact]
    public async Task An_owner_adds_a_field_and_staff_fill_it_in_and_read_it()
    {
        await Define("Floor", ("kind", "location"), ("type", "number"), ("isInList", "true"));
        var form = await larkspur.Owner.Open("/larkspur/locations/new");
        Assert.NotNull(form.Document.QuerySelector("input[name='customFields.floor']"));
        var refused = await larkspur.Owner.Submit(form, "/larkspur/locations", ("name", "Annex"), ("customFields.floor", "third"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("third", refused.Document.QuerySelector("input[name='customFields.floor']")!.GetAttribute("value"));
        Assert.Contains("“Floor” takes a number", refused.Text, StringComparison.Ordinal);

        var made = await larkspur.Owner.Submit(refused, "/larkspur/locations", ("name", "Annex"), ("customFields.floor", "3.50"));
        var page = await larkspur.Owner.Open(made.Leads!);
        Assert.Contains("Floor3.5", page.Text, StringComparison.Ordinal);
        var list = await larkspur.Owner.Open("/larkspur/locations?q=" + Uri.EscapeDataString("floor>3"));
        Assert.Contains("Annex", list.Text, StringComparison.Ordinal);
        Assert.Contains(list.Document.QuerySelectorAll("th"), head => head.TextContent.Trim() == "Floor");

        var edit = await larkspur.Owner.Open(made.Leads + "/edit");
        Assert.Equal("3.5", edit.Document.QuerySelector("input[name='customFields.floor']")!.GetAttribute("value"));
        var saved = await larkspur.Owner.Submit(edit, made.Leads + "/edit", ("name", "Annex"), ("customFields.floor", ""));
        Assert.Equal(made.Leads, saved.Leads);
        Assert.Null((await larkspur.Owner.Open(made.Leads!)).Document.QuerySelector("#panel-fields"));
    }

    [Fact]
    public async Task Several_choices_a_check_box_and_a_needed_field_work_without_scripts()
    {
        await Define("Scope", ("kind", "user"), ("type", "choices"), ("choices.0.label", "Laptop"), ("choices.1.label", "Phone"), ("choices.5.label", "電話"));
        await Define("Badge", ("kind", "user"), ("type", "check_box"));
        await Define("Shoe size", ("kind", "user"), ("type", "text"), ("isRequired", "true"));
        var form = await larkspur.Owner.Open("/larkspur/people/new");
        var refused = await larkspur.Owner.Submit(form, "/larkspur/people", ("name", "Lena Fields"), ("customFields.scope", ""), ("customFields.scope", "laptop"), ("customFields.scope", "phone"), ("customFields.shoe_size", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("“Shoe size” is needed", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["laptop", "phone"], refused.Document.QuerySelectorAll("input[name='customFields.scope'][checked]").Select(box => box.GetAttribute("value")));

        var made = await larkspur.Owner.Submit(refused, "/larkspur/people", ("name", "Lena Fields"), ("customFields.scope", ""), ("customFields.scope", "phone"), ("customFields.badge", "false"), ("customFields.badge", "true"), ("customFields.shoe_size", "38"));
        Assert.Contains("ScopePhoneBadgeYesShoe size38", (await larkspur.Owner.Open(made.Leads!)).Text, StringComparison.Ordinal);
        await Archive("shoe_size");
    }

    [Fact]
    public async Task The_choices_of_a_new_field_open_with_a_type_that_has_some_and_are_seen_where_they_are_wrong()
    {
        var form = await larkspur.Owner.Open(New);
        Assert.Equal(["choice", "choices"], form.Document.QuerySelectorAll("select[name=type] option[data-opens]").Select(option => option.GetAttribute("value")));
        Assert.NotNull(form.Document.QuerySelector("section.opened input[name='choices.0.label']"));

        var refused = await larkspur.Owner.Submit(form, New, ("name", "Odd"), ("kind", "user"), ("type", "text"), ("audience", "internal"), ("choices.0.label", "Red"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Only a field of choices has choices", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("section.opened"));
        Assert.Equal("Red", refused.Document.QuerySelector("input[name='choices.0.label']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_removed_choice_stays_where_it_was_chosen_and_renaming_keeps_the_api_name()
    {
        var address = await Define("Color", ("kind", "location"), ("type", "choice"), ("choices.0.label", "Red"), ("choices.1.label", "Blue"));
        var made = await larkspur.Owner.Submit(await larkspur.Owner.Open("/larkspur/locations/new"), "/larkspur/locations", ("name", "Red house"), ("customFields.color", "red"));
        var form = await larkspur.Owner.Open(address);
        var saved = await larkspur.Owner.Submit(form, address, ("name", "Façade"), ("audience", "internal"), ("choices.0.value", "red"), ("choices.0.label", "Crimson"), ("choices.0.archived", "true"), ("choices.1.value", "blue"), ("choices.1.label", "Blue"));
        Assert.Equal("/larkspur/settings/fields", saved.Leads);
        Assert.Contains("FaçadeCrimson", (await larkspur.Owner.Open(made.Leads!)).Text, StringComparison.Ordinal);
        var edit = await larkspur.Owner.Open(made.Leads + "/edit");
        Assert.Contains(edit.Document.QuerySelectorAll("select[name='customFields.color'] option"), option => option.TextContent == "Crimson");
        var fresh = await larkspur.Owner.Open("/larkspur/locations/new");
        Assert.DoesNotContain(fresh.Document.QuerySelectorAll("select[name='customFields.color'] option"), option => option.TextContent == "Crimson");
        Assert.Equal(made.Leads, (await larkspur.Owner.Submit(edit, made.Leads + "/edit", ("name", "Red house"), ("customFields.color", "red"))).Leads);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await larkspur.Owner.Submit(fresh, "/larkspur/locations", ("name", "Second"), ("customFields.color", "red"))).Status);
    }

    [Fact]
    public async Task A_requester_meets_a_staff_field_nowhere()
    {
        await Define("Suspicion", ("kind", "ticket"), ("type", "text"), ("isInList", "true"));
        await Define("Desk number", ("kind", "ticket"), ("type", "text"), ("audience", "requester"), ("isInList", "true"));
        var (key, requester) = await larkspur.Joined("Noor Reader", "noor@larkspur.example", Roles.User);
        var token = await Larkspur.Token(larkspur.Owner, "owner");
        var his = await Larkspur.Token(requester, "noor");
        var made = JsonNode.Parse((await larkspur.Api("/tickets", token, json: $$"""{"subject":"Quiet screen","requester":"{{key}}","customFields":{"suspicion":"zyzzyva spill","desk_number":"Q-77"} }""")).Body)!;
        var ticket = (string)made["key"]!;
        Assert.Equal("zyzzyva spill", (string?)JsonNode.Parse((await larkspur.Api($"/tickets/{ticket}", token)).Body)!["customFields"]!["suspicion"]);

        foreach (var address in new[] { $"/tickets/{ticket}", "/tickets?q=" + Uri.EscapeDataString("desk_number:q-77"), $"/entities/{ticket}/timeline", "/fields", "/search?q=zyzzyva" })
        {
            var answer = await larkspur.Api(address, his);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.DoesNotContain("zyzzyva", answer.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("suspicion", answer.Body, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("Q-77", (await larkspur.Api($"/tickets/{ticket}", his)).Body, StringComparison.Ordinal);
        Assert.Contains(ticket, (await larkspur.Api("/search?q=Q-77", his)).Body, StringComparison.Ordinal);
        Assert.Contains(ticket, (await larkspur.Api("/search?q=zyzzyva", token)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await larkspur.Api("/tickets?q=suspicion:any", his)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await larkspur.Api("/tickets", his, json: """{"subject":"Mine","customFields":{"suspicion":"x"}}""")).Status);
        foreach (var page in new[] { $"/larkspur/desk/tickets/{ticket}", $"/larkspur/desk/tickets/{ticket}/timeline", "/larkspur/desk/tickets?q=", "/larkspur/desk/tickets/new", "/larkspur/search?q=zyzzyva" })
        {
            var shown = await requester.Open(page);
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            Assert.DoesNotContain("Suspicion", shown.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("zyzzyva spill", shown.Body, StringComparison.Ordinal);
        }

        Assert.Contains("Desk number", (await requester.Open($"/larkspur/desk/tickets/{ticket}")).Text, StringComparison.Ordinal);
        Assert.Contains("Desk number", (await requester.Open("/larkspur/desk/tickets/new")).Text, StringComparison.Ordinal);
        Assert.Contains("Suspicionzyzzyva spill", (await larkspur.Owner.Open($"/larkspur/desk/tickets/{ticket}")).Text, StringComparison.Ordinal);
    }

    /// <summary>Adds a field in the settings; gives the address of its page.</summary>
    async Task<string> Define(string name, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] rest = more.Any(field => field.Name == "audience") ? more : [.. more, ("audience", "internal")];
        var done = await larkspur.Owner.Submit(await larkspur.Owner.Open(New), New, [("name", name), .. rest]);
        Assert.Equal("/larkspur/settings/fields", done.Leads);
        var id = await larkspur.House.One<Guid>("select id from custom_field where name = $1", name);
        return $"/larkspur/settings/fields/{id}";
    }

    async Task Archive(string apiName)
    {
        var id = await larkspur.House.One<Guid>("select id from custom_field where api_name = $1", apiName);
        var address = $"/larkspur/settings/fields/{id}";
        var done = await larkspur.Owner.Submit(await larkspur.Owner.Open(address), address + "/archive");
        Assert.Equal("/larkspur/settings/fields", done.Leads);
        Assert.DoesNotContain("Shoe size", (await larkspur.Owner.Open("/larkspur/people/new")).Text, StringComparison.Ordinal);
    }
}
