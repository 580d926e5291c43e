using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.Tests.Rest;

public sealed class RestDoorTests(RestHouse house) : IClassFixture<RestHouse>
{
    static async Task<JsonObject> Refused(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await RestHouse.Json(answer);
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.StartsWith("/help/problems#", (string?)problem["type"], StringComparison.Ordinal);
        Assert.NotEmpty((string)problem["requestId"]!);
        return problem;
    }

    async Task<string> Gadget(string name)
    {
        using var made = await house.Send("POST", "/gadgets", $$"""{ "name": "{{name}}" }""");
        return (string)(await RestHouse.Json(made))["key"]!;
    }

    [Fact]
    public async Task What_is_made_is_answered_with_its_address()
    {
        using var made = await house.Send("POST", "/gadgets", """{ "name": "lamp" }""");
        var body = await RestHouse.Json(made);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal($"/api/v1/gadgets/{(string)body["key"]!}", made.Headers.Location!.ToString());
        using var read = await house.Send("GET", made.Headers.Location.ToString()["/api/v1".Length..]);
        Assert.Equal("lamp", (string?)(await RestHouse.Json(read))["name"]);
        Assert.Equal("\"1\"", read.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_does_nothing()
    {
        using var dry = await house.Send("POST", "/gadgets?dryRun=true", """{ "name": "ghost" }""", headers: ("Idempotency-Key", "dry-1"));
        Assert.Equal(HttpStatusCode.OK, dry.StatusCode);
        Assert.False(dry.Headers.Contains("Helios-Run"));
        var told = (await RestHouse.Json(dry))["events"]!.AsArray().Single()!;
        Assert.Equal(("GadgetAdded", "ghost"), ((string)told["action"]!, (string)told["title"]!));
        Assert.StartsWith("G-0", (string)told["key"]!, StringComparison.Ordinal);

        using var real = await house.Send("POST", "/gadgets?dryRun=false", """{ "name": "ghost" }""", headers: ("Idempotency-Key", "dry-1"));
        Assert.Equal(HttpStatusCode.Created, real.StatusCode);
        Assert.True(Guid.TryParse(real.Headers.GetValues("Helios-Run").Single(), out _));
        using var refused = await house.Send("POST", "/gadgets?dryRun=true", """{ "name": "ghost" }""");
        var taken = await Refused(refused, HttpStatusCode.Conflict, "gadgets.add.taken");
        Assert.Equal(("Another gadget has this name. Choose another name.", "name"), ((string?)taken["detail"], (string?)taken["errors"]![0]!["field"]));
        using var unclear = await house.Send("POST", "/gadgets?dryRun=maybe", """{ "name": "other" }""");
        Assert.Equal("dryRun", (string?)(await Refused(unclear, HttpStatusCode.BadRequest, "input.invalid"))["errors"]![0]!["field"]);
    }

    [Fact]
    public async Task A_field_update_asks_for_the_version_and_refuses_a_stale_one()
    {
        var key = await Gadget("kettle");

        using var none = await house.Send("PUT", $"/gadgets/{key}", """{ "name": "teapot" }""");
        await Refused(none, HttpStatusCode.PreconditionRequired, "version.missing");
        using var done = await house.Send("PUT", $"/gadgets/{key}", """{ "name": "teapot" }""", headers: ("If-Match", "\"1\""));
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        using var stale = await house.Send("PUT", $"/gadgets/{key}", """{ "name": "urn" }""", headers: ("If-Match", "W/\"1\""));
        Assert.Equal(2, (long)(await Refused(stale, HttpStatusCode.PreconditionFailed, "version.stale"))["currentVersion"]!);
        Assert.Equal("\"2\"", stale.Headers.ETag!.Tag);
        using var any = await house.Send("PUT", $"/gadgets/{key}", """{ "name": "urn" }""", headers: ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.NoContent, any.StatusCode);
        using var broken = await house.Send("PUT", $"/gadgets/{key}", """{ "name": "urn" }""", headers: ("If-Match", "three"));
        Assert.Equal("If-Match", (string?)(await Refused(broken, HttpStatusCode.BadRequest, "input.invalid"))["errors"]![0]!["field"]);
    }

    [Fact]
    public async Task A_version_that_the_caller_has_is_not_sent_again()
    {
        var key = await Gadget("clock");

        using var same = await house.Send("GET", $"/gadgets/{key}", headers: ("If-None-Match", "\"1\""));
        using var other = await house.Send("GET", $"/gadgets/{key}", headers: ("If-None-Match", "\"7\""));

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_key_runs_a_command_once()
    {
        using var first = await house.Send("POST", "/gadgets", """{ "name": "radio" }""", headers: ("Idempotency-Key", "radio-1"));
        using var again = await house.Send("POST", "/gadgets", """{ "name": "radio" }""", headers: ("Idempotency-Key", "radio-1"));
        using var other = await house.Send("POST", "/gadgets", """{ "name": "other" }""", headers: ("Idempotency-Key", "radio-1"));
        using var broken = await house.Send("POST", "/gadgets", """{ "name": "other" }""", headers: ("Idempotency-Key", new string('k', 201)));

        Assert.Equal((string?)(await RestHouse.Json(first))["key"], (string?)(await RestHouse.Json(again))["key"]);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        await Refused(other, HttpStatusCode.Conflict, "idempotency.key_reused");
        await Refused(broken, HttpStatusCode.BadRequest, "input.invalid");
    }

    [Fact]
    public async Task Bad_input_names_every_field()
    {
        using var answer = await house.Send("PATCH", "/shelves/x", """{ "nme": "a", "states": ["full", "gone"], "since": "yesterday" }""");

        var problem = await Refused(answer, HttpStatusCode.BadRequest, "input.invalid");
        Assert.Equal(["shelf", "states[1]", "since", "nme"], problem["errors"]!.AsArray().Select(error => (string)error!["field"]!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task One_bad_field_is_named_in_the_sentence()
    {
        using var answer = await house.Send("POST", "/gadgets", """{ "name": "" }""");

        Assert.Equal("name: This is needed.", (string?)(await Refused(answer, HttpStatusCode.BadRequest, "input.invalid"))["detail"]);
    }

    [Fact]
    public async Task Absent_and_null_reach_the_command_apart()
    {
        using var answer = await house.Send("PATCH", "/shelves/7", """{ "note": null, "states": ["full"], "since": "2026-03-01T14:30:00+02:00" }""");

        var body = await RestHouse.Json(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["note"], body["sent"]!.AsArray().Select(name => (string)name!), StringComparer.Ordinal);
        Assert.Equal((7, 1, "2026-03-01T12:30:00Z", "Rest"), ((int)body["shelf"]!, (int)body["states"]!, (string)body["since"]!, (string)body["why"]!));
    }

    [Fact]
    public async Task A_field_of_the_address_cannot_stand_in_the_body_too()
    {
        using var answer = await house.Send("PATCH", "/shelves/7?note=x", """{ "shelf": 8, "name": 5 }""");

        var problem = await Refused(answer, HttpStatusCode.BadRequest, "input.invalid");
        Assert.Equal(["shelf", "note", "name"], problem["errors"]!.AsArray().Select(error => (string)error!["field"]!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_delete_may_have_its_fields_behind_the_question_mark()
    {
        using var done = await house.Send("DELETE", "/shelves/7/books");
        using var refused = await house.Send("DELETE", "/shelves/7/books?gently=true");
        using var onPost = await house.Send("POST", "/gadgets?name=lamp", """{ "name": "lamp two" }""");

        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        await Refused(refused, HttpStatusCode.Conflict, "shelves.empty.gently");
        await Refused(onPost, HttpStatusCode.BadRequest, "input.invalid");
    }

    [Fact]
    public async Task A_list_is_asked_by_the_part_behind_the_question_mark()
    {
        using var answer = await house.Send("GET", "/shelves?q=Shelf%201&limit=3&after=S-10&count=true&state=full&state=half_empty&fields=key,state");

        var body = await RestHouse.Json(answer);
        Assert.Equal("""{"items":[{"key":"S-11","state":"half_empty"},{"key":"S-12","state":"full"},{"key":"S-13","state":"half_empty"}],"next":"S-13","total":32}""", body.ToJsonString());
    }

    [Theory]
    [InlineData("limit=many", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=5&limit=6", "limit")]
    [InlineData("LIMIT=5", "LIMIT")]
    [InlineData("state=gone", "state[0]")]
    [InlineData("fields=key,nme", "fields")]
    [InlineData("fields=", "fields")]
    [InlineData("q=%00", "q")]
    public async Task A_bad_parameter_is_named(string query, string field)
    {
        using var answer = await house.Send("GET", "/shelves?" + query);

        Assert.Equal(field, (string?)(await Refused(answer, HttpStatusCode.BadRequest, "input.invalid"))["errors"]![0]!["field"]);
    }

    [Fact]
    public async Task Who_has_no_token_learns_nothing_and_who_may_not_learns_why()
    {
        using var content = new StringContent("""{ "name": "x" }""", Encoding.UTF8, "application/json");
        using var nobody = await house.SendContent("POST", "/gadgets", content, role: null);
        using var user = await house.Send("POST", "/gadgets", """{ "name": "x" }""", Roles.User);

        await Refused(nobody, HttpStatusCode.Unauthorized, "actor.unauthenticated");
        Assert.StartsWith("Bearer", nobody.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        await Refused(user, HttpStatusCode.Forbidden, "actor.not_permitted");
    }

    [Fact]
    public async Task Addresses_and_methods_that_do_not_exist_are_refused_as_problems()
    {
        using var address = await house.Send("GET", "/shelfs");
        using var method = await house.Send("PUT", "/gadgets", "{}");
        using var both = await house.Send("DELETE", "/gadgets/G-1");
        using var unknown = await house.Send("GET", "/gadgets/G-9999");

        await Refused(address, HttpStatusCode.NotFound, "request.address");
        await Refused(method, HttpStatusCode.MethodNotAllowed, "request.method");
        Assert.Equal(["POST"], method.Content.Headers.Allow, StringComparer.Ordinal);
        await Refused(both, HttpStatusCode.MethodNotAllowed, "request.method");
        Assert.Equal(["GET", "HEAD", "PUT"], both.Content.Headers.Allow, StringComparer.Ordinal);
        await Refused(unknown, HttpStatusCode.NotFound, "reference.not_found");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Only_json_is_read(string type)
    {
        using var content = new StringContent("""{ "name": "x" }""");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await house.SendContent("POST", "/gadgets", content);

        await Refused(answer, HttpStatusCode.UnsupportedMediaType, "request.not_json");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_with_and_without_its_length(bool says)
    {
        var bytes = Encoding.UTF8.GetBytes("{\"name\":\"" + new string('x', JsonBody.Largest) + "\"}");
        using var stream = new MemoryStream(bytes);
        using HttpContent content = says ? new ByteArrayContent(bytes) : new StreamContent(new OneWay(stream));
        content.Headers.ContentType = new("application/json");
        using var answer = await house.SendContent("POST", "/gadgets", content);

        await Refused(answer, HttpStatusCode.RequestEntityTooLarge, "input.too_large");
    }

    [Fact]
    public async Task A_body_with_a_byte_order_mark_is_read_and_one_with_a_field_twice_is_not()
    {
        using var marked = await house.Send("POST", "/gadgets", "\ufeff{ \"name\": \"mark\" }");
        using var twice = await house.Send("POST", "/gadgets", """{ "name": "a", "name": "b" }""");

        Assert.Equal(HttpStatusCode.Created, marked.StatusCode);
        await Refused(twice, HttpStatusCode.BadRequest, "input.duplicate_field");
    }

    [Fact]
    public async Task What_nobody_foresaw_tells_the_request_and_no_more()
    {
        using var answer = await house.Send("GET", "/shelves/broken");

        var problem = await Refused(answer, HttpStatusCode.InternalServerError, "unexpected");
        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains((string)problem["requestId"]!, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Contains(house.Logged, line => line.Contains((string)problem["requestId"]!, StringComparison.Ordinal) && line.Contains("secret is out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_head_request_has_the_headers_of_the_get()
    {
        var key = await Gadget("globe");
        using var answer = await house.Send("HEAD", $"/gadgets/{key}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("\"1\"", answer.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task The_description_is_not_sent_twice()
    {
        using var first = await house.Send("GET", "/openapi.json", role: "nobody");
        using var again = await house.Send("GET", "/openapi.json", role: "nobody", headers: ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    /// <summary>A stream that cannot say how long it is.</summary>
    sealed class OneWay(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
