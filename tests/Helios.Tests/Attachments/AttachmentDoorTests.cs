using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Helios.Kernel.Scopes;
using Helios.Tests.Files;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Attachments;

/// <summary>Files through the API and through pages without a script.</summary>
public sealed class AttachmentDoorTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    const string Files = "/larkspur/entities/U-1/attachments";

    string? token;

    [Fact]
    public async Task A_program_sends_files_with_the_command_and_reads_them_back()
    {
        var made = await Multipart("/entities/U-1/attachments", ("audience", "internal"), ("files", "a.png", Pictures.OnePixel), ("files", "ünïcode.html", "<script>alert(1)</script>"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        var items = Json(made).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["a.png image/png", "ünïcode.html text/html"], items.Select(item => $"{item.GetProperty("name")} {item.GetProperty("mediaType")}"));

        var content = await Api(HttpMethod.Get, $"/attachments/{items[1].GetProperty("id")}/content");
        Assert.Equal("<script>alert(1)</script>", content.Body);
        Assert.Equal("application/octet-stream", content.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", content.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("ünïcode.html", content.Response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Contains("a.png", (await Api(HttpMethod.Get, "/entities/U-1/attachments")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_sends_one_file_as_the_body_and_names_it()
    {
        var made = await Api(HttpMethod.Post, "/entities/U-1/attachments?audience=internal&fileName=raw%20one.txt", new ByteArrayContent("raw"u8.ToArray()) { Headers = { ContentType = new("text/html") } });
        Assert.Equal(HttpStatusCode.OK, made.Status);
        var file = Json(made).GetProperty("items")[0];
        Assert.Equal(("raw one.txt", "text/plain", 3), (file.GetProperty("name").GetString(), file.GetProperty("mediaType").GetString(), file.GetProperty("size").GetInt32()));

        var second = new ByteArrayContent("raw too"u8.ToArray()) { Headers = { ContentType = new("application/octet-stream"), ContentDisposition = new("attachment") { FileNameStar = "zwölf.bin" } } };
        Assert.Equal("zwölf.bin", Json(await Api(HttpMethod.Post, "/entities/U-1/attachments", second)).GetProperty("items")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_file_may_be_sent_before_the_command_that_takes_it()
    {
        var upload = Json(await Multipart("/uploads", ("file", "first.txt", "first"u8.ToArray())));
        Assert.Equal("first.txt", upload.GetProperty("name").GetString());
        var ticket = await Ticket("Later");
        var said = await Api(HttpMethod.Post, $"/entities/{ticket}/comments", JsonBody($$"""{"body": "See the file", "audience": "requester", "files": ["{{upload.GetProperty("id")}}"]}"""));
        Assert.Equal(HttpStatusCode.OK, said.Status);
        Assert.Equal("first.txt", Json(await Api(HttpMethod.Get, $"/entities/{ticket}/comments")).GetProperty("items")[0].GetProperty("files")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_content_comes_in_parts_and_not_again_where_it_is_known()
    {
        var id = Json(await Multipart("/entities/U-1/attachments", ("files", "parts.txt", "0123456789"u8.ToArray()))).GetProperty("items")[0].GetProperty("id");
        var part = await Api(HttpMethod.Get, $"/attachments/{id}/content", range: new(2, 4));
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (part.Status, part.Body));
        Assert.Equal("bytes 2-4/10", part.Response.Content.Headers.ContentRange!.ToString());
        var tag = part.Response.Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, (await Api(HttpMethod.Get, $"/attachments/{id}/content", known: tag)).Status);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await Api(HttpMethod.Get, $"/attachments/{id}/content", range: new(100, 200))).Status);
    }

    [Fact]
    public async Task A_file_is_renamed_and_removed_by_the_api()
    {
        var id = Json(await Multipart("/entities/U-1/attachments", ("files", "old.txt", "old"u8.ToArray()))).GetProperty("items")[0].GetProperty("id");
        Assert.Equal("new.txt", Json(await Api(HttpMethod.Patch, $"/attachments/{id}", JsonBody("""{"name": "new.txt"}"""))).GetProperty("name").GetString());
        Assert.Equal("U-1", Json(await Api(HttpMethod.Get, $"/attachments/{id}")).GetProperty("entity").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await Api(HttpMethod.Delete, $"/attachments/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api(HttpMethod.Get, $"/attachments/{id}/content")).Status);
    }

    [Theory]
    [InlineData("--wrong")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"half.txt\"\r\n\r\nhalf")]
    [InlineData("--x\r\nContent-Type: text/plain\r\n\r\nnameless\r\n--x--\r\n")]
    public async Task A_broken_multipart_body_is_a_problem_and_leaves_nothing(string body)
    {
        var before = await larkspur.House.One<long>("select count(*) from attachment");
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        var answer = await Api(HttpMethod.Post, "/entities/U-1/attachments", content);
        Assert.Equal((HttpStatusCode.BadRequest, "request.broken"), (answer.Status, Json(answer).GetProperty("code").GetString()));
        Assert.Equal(before, await larkspur.House.One<long>("select count(*) from attachment"));
    }

    [Fact]
    public async Task Every_mistake_of_a_multipart_body_has_its_words()
    {
        var twelve = Enumerable.Range(0, 12).Select(i => ((string, string, byte[]))("files", $"{i}.txt", [1])).ToArray();
        Assert.Contains("at most 10", (await Multipart("/entities/U-1/attachments", twelve)).Body, StringComparison.Ordinal);
        Assert.Contains("no field for a file", (await Multipart("/entities/U-1/attachments", ("audience", "a.txt", "x"u8.ToArray()))).Body, StringComparison.Ordinal);
        Assert.Equal("files.empty", Json(await Multipart("/entities/U-1/attachments", ("files", "empty.txt", []))).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Multipart("/entities/U-1/attachments", ("files", "big.bin", new byte[26 * 1024 * 1024]))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Multipart("/entities/U-4711/attachments", ("files", "a.txt", "x"u8.ToArray()))).Status);
    }

    [Fact]
    public async Task A_form_without_a_script_attaches_the_file_itself_and_a_reply_brings_one()
    {
        var page = await larkspur.Owner.Open("/larkspur/people/U-1");
        Assert.NotNull(page.Document.QuerySelector($"form[action='{Files}'] input[type=file][name=files]"));
        var done = await larkspur.Owner.Send(Form(page, Files, ("audience", "internal"), ("files", "../by-hand.png", Pictures.OnePixel)));
        Assert.Equal("/larkspur/entities/U-1", done.Leads);
        Assert.Contains("by-hand.png", (await larkspur.Owner.Open("/larkspur/people/U-1")).Body, StringComparison.Ordinal);

        var ticket = await Ticket("With a picture");
        var comments = $"/larkspur/entities/{ticket}/comments";
        var said = await larkspur.Owner.Send(Form(await larkspur.Owner.Open($"/larkspur/desk/tickets/{ticket}"), comments, ("audience", "requester"), ("body", "Look"), ("files", "look.png", Pictures.OnePixel)));
        Assert.StartsWith($"/larkspur/desk/tickets/{ticket}#c-", said.Leads, StringComparison.Ordinal);
        var thumbnail = (await larkspur.Owner.Open(said.Leads!)).Document.QuerySelector(".msg .files img")!;
        Assert.Equal(("1", "1", "lazy"), (thumbnail.GetAttribute("width"), thumbnail.GetAttribute("height"), thumbnail.GetAttribute("loading")));
    }

    [Fact]
    public async Task A_form_without_a_file_comes_back_with_words()
    {
        var page = await larkspur.Owner.Open(Files);
        var refused = await larkspur.Owner.Send(Form(page, Files, ("audience", "internal"), ("files", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choose 1 to 10 files.", refused.Text, StringComparison.Ordinal);
        var empty = await larkspur.Owner.Send(Form(page, Files, ("files", "void.txt", Array.Empty<byte>())));
        Assert.Contains("void.txt: This file is empty.", empty.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_and_PDF_are_shown_under_a_sandbox_and_everything_else_is_downloaded()
    {
        foreach (var (name, bytes, type) in new (string, byte[], string?)[]
        {
            ("shown.png", Pictures.OnePixel, "image/png"), ("shown.pdf", "%PDF-1.4\n"u8.ToArray(), "application/pdf"),
            ("page.png", "<html><script>alert(1)</script>"u8.ToArray(), null), ("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), null),
            ("nothing.png", Pictures.Png(0, 0), null),
        })
        {
            var id = Json(await Multipart("/entities/U-1/attachments", ("files", name, bytes))).GetProperty("items")[0].GetProperty("id");
            var shown = await larkspur.Owner.Open($"/larkspur/attachments/{id}/content");
            var headers = shown.Response.Content.Headers;
            Assert.Equal((type ?? "application/octet-stream", type is null ? "attachment" : "inline"), (headers.ContentType!.MediaType, headers.ContentDisposition!.DispositionType));
            Assert.Equal("nosniff", shown.Response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.StartsWith("sandbox; default-src 'none';", shown.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("immutable", shown.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.True(shown.Response.Headers.CacheControl.Private);
            Assert.False(shown.Response.Headers.Contains("Set-Cookie"));
            Assert.Equal("attachment", (await larkspur.Owner.Open($"/larkspur/attachments/{id}/content?download=1")).Response.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(HttpStatusCode.OK, (await larkspur.Owner.Open($"/larkspur/attachments/{id}")).Status);
        }
    }

    [Fact]
    public async Task An_internal_file_is_not_there_for_a_requester_and_for_nobody_outside()
    {
        var (key, browser) = await larkspur.Joined("Jonas Weber", "jonas@larkspur.example", Roles.User);
        var ticket = Json(await Api(HttpMethod.Post, "/tickets", JsonBody($$"""{"subject": "Mine", "requester": "{{key}}"}"""))).GetProperty("key").GetString();
        var secret = Json(await Multipart($"/entities/{ticket}/attachments", ("audience", "internal"), ("files", "salary.png", Pictures.OnePixel))).GetProperty("items")[0].GetProperty("id");
        var open = Json(await Multipart($"/entities/{ticket}/attachments", ("audience", "requester"), ("files", "manual.png", Pictures.OnePixel))).GetProperty("items")[0].GetProperty("id");

        var page = await browser.Open($"/larkspur/desk/tickets/{ticket}");
        Assert.Contains("manual.png", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("salary", page.Body, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("[name=audience][value=internal], option[value=internal]"));
        Assert.Equal(HttpStatusCode.OK, (await browser.Open($"/larkspur/attachments/{open}/content")).Status);
        foreach (var path in new[] { $"/larkspur/attachments/{secret}", $"/larkspur/attachments/{secret}/content", $"/larkspur/attachments/{Guid.CreateVersion7()}/content", "/larkspur/attachments/x/content", "/larkspur/entities/U-1/attachments" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path)).Status);
        Assert.StartsWith("/sign-in", (await larkspur.House.NewBrowser().Open($"/larkspur/attachments/{open}/content")).Leads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_of_a_page_sends_a_file_with_the_token_of_the_page_and_not_without()
    {
        var page = await larkspur.Owner.Open("/larkspur/people/U-1");
        var sent = await Upload(page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal("my photo.png", Json(sent).GetProperty("name").GetString());
        Assert.Equal("form.expired", Json(await Upload("wrong")).GetProperty("code").GetString());
    }

    Task<BrowserPage> Upload(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/larkspur/uploads") { Content = new ByteArrayContent(Pictures.OnePixel) { Headers = { ContentType = new("application/octet-stream") } } };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Add("X-File-Name", "my%20photo.png");
        return larkspur.Owner.Send(request);
    }

    static HttpRequestMessage Form(BrowserPage page, string action, params object[] fields)
    {
        var form = page.Document.QuerySelectorAll("form").First(form => form.GetAttribute("action") == action);
        var content = Parts(fields);
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]"))
            content.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        return new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
    }

    Task<BrowserPage> Multipart(string path, params (string, string, byte[])[] files) => Api(HttpMethod.Post, path, Parts([.. files.Cast<object>()]));

    Task<BrowserPage> Multipart(string path, (string, string) text, params (string, string, byte[])[] files) => Api(HttpMethod.Post, path, Parts([text, .. files.Cast<object>()]));

    static MultipartFormDataContent Parts(object[] fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var field in fields)
            if (field is (string name, string fileName, byte[] bytes))
                content.Add(new ByteArrayContent(bytes), name, fileName);
            else if (field is (string text, string value))
                content.Add(new StringContent(value), text);
        return content;
    }

    async Task<BrowserPage> Api(HttpMethod method, string path, HttpContent? body = null, RangeHeaderValue? range = null, EntityTagHeaderValue? known = null)
    {
        token ??= await Larkspur.Token(larkspur.Owner, $"files {Guid.CreateVersion7()}");
        var request = new HttpRequestMessage(method, "/api/v1" + path) { Content = body };
        request.Headers.Add("Authorization", "Bearer " + token);
        request.Headers.Range = range;
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return await larkspur.House.NewBrowser().Send(request);
    }

    async Task<string> Ticket(string subject) => Json(await Api(HttpMethod.Post, "/tickets", JsonBody($$"""{"subject": "{{subject}}"}"""))).GetProperty("key").GetString()!;

    static StringContent JsonBody(string json) => new(json, Encoding.UTF8, "application/json");

    static JsonElement Json(BrowserPage page) => JsonDocument.Parse(page.Body).RootElement;
}
