using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Helios.Tests.Pages;

public sealed class PageRequestTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    [Fact]
    public void Parts_of_a_page_that_ask_at_the_same_time_touch_no_HttpContext()
    {
        var http = Http("/larkspur/gadgets/G-1", "?after=x");
        http.Request.RouteValues["gadget"] = "G-1";
        using var gone = new CancellationTokenSource();
        http.RequestAborted = gone.Token;
        var request = new PageRequest(http, house.As(Roles.Owner));
        // Whatever looks at it now fails.
        http.Uninitialize();
        Assert.Equal(
            ("x", null, "G-1", "/gadgets/G-1", false, gone.Token, "/larkspur/desk"),
            (request.Query("after"), request.Query("before"), request.Route("gadget"), request.Path, request.IsPeek, request.Stop, request.Address("/desk")));
    }

    [Fact]
    public async Task A_command_is_seen_by_what_is_asked_after_it()
    {
        var me = house.As(Roles.Owner);
        var made = (await house.Do(new AddGadget("Before"), me)).Expect();
        var request = new PageRequest(Http("/larkspur/gadgets", ""), me);
        var question = new GetGadget(new EntityRef<Gadget>(made.Key));
        Assert.Equal("Before", (await request.Ask(question)).Expect().Name);
        Assert.Equal("Before", (await request.AskOnce(question)).Expect().Name);
        (await request.Run(new RenameGadget(new EntityRef<Gadget>(made.Key), "After"))).Expect();
        Assert.Equal("After", (await request.Ask(question)).Expect().Name);
        Assert.Equal("After", (await request.AskOnce(question)).Expect().Name);
    }

    [Fact]
    public async Task A_question_of_many_parts_is_asked_once()
    {
        var request = new PageRequest(Http("/larkspur/gadgets", ""), house.As(Roles.Owner));
        using var count = new StatementCount();
        Assert.NotEqual(0, await count.Of(() => request.AskOnce(new CountGadgets())));
        Assert.Equal(0, await count.Of(() => request.AskOnce(new CountGadgets())));
    }

    DefaultHttpContext Http(string path, string query)
    {
        var http = new DefaultHttpContext { RequestServices = house.Services };
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = (HttpMethods.Get, path, new QueryString(query));
        return http;
    }
}
