using Helios.BrowserTests.Fixtures;
using Helios.Core.Comments.Commands;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.BrowserTests.Pages;

/// <summary>What somebody who only asks may open looks as good, and everything else is refused in plain words.</summary>
/// <remarks>Takes about a second a page.</remarks>
public sealed class RequesterPageTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task Every_page_is_accessible_or_refused()
    {
        var values = await PageRecords.Make(Larkspur);
        var person = await Larkspur.Somebody(Roles.User);
        var own = await Larkspur.Run(new CreateTicket("My screen stays dark", "Since *today*."), person.Scope);
        await Larkspur.Run(new AddComment(new EntityRef<Entity>(own.Key), "Is the cable in?", "requester"), (await Larkspur.SetUp()).Scope);
        values = new Dictionary<string, string>(values, StringComparer.Ordinal) { ["ticket"] = own.Key, ["entity"] = own.Key, ["key"] = own.Key, ["user"] = person.Key };
        var tab = await Helios.SignInAs(Roles.User);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> wrong = [];
        foreach (var pattern in PageAddresses.Of(Helios.Services).Where(pattern => pattern.StartsWith("/{organization}", StringComparison.Ordinal)))
        {
            var path = PageAddresses.Fill(pattern, values);
            await using var answer = await tab.Ask(path);
            if (answer.Status is 403 or 404)
            {
                if (!(await answer.TextAsync()).Contains("<h1", StringComparison.Ordinal))
                    wrong.Add($"{path} is refused without a page.");
                continue;
            }

            if (await PageAddresses.Shows(tab, path) && seen.Add(tab.Path))
                wrong.AddRange(await Inspection.Of(tab, "requester-" + PageAddresses.NameOf(pattern)));
        }

        Assert.InRange(seen.Count, 6, 25);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
