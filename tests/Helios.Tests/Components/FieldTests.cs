using Helios.Web.Components.Forms;
using Helios.Web.Components.Shell;
using Microsoft.AspNetCore.Components;
using Xunit;
using Forms = Helios.Web.Components.Forms;

namespace Helios.Tests.Components;

/// <summary>Fields of forms.</summary>
public sealed class FieldTests
{
    static readonly FormState Refused = new()
    {
        Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["title"] = "typed", ["password"] = "secret" },
        Errors = new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "Too short." },
    };

    [Fact]
    public async Task A_field_of_a_refused_form_shows_what_was_typed_and_the_error_instead_of_the_hint()
    {
        var document = await InForm(Refused, builder => Put<Forms.Input>(builder, ("Name", "title"), ("Label", "Title"), ("Value", "before"), ("Hint", "Be brief")));
        var input = document.QuerySelector("input#f-title")!;

        Assert.Equal("typed", input.GetAttribute("value"));
        Assert.Equal("f-title-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("Too short.", document.QuerySelector("#f-title-error")?.TextContent.Trim());
        Assert.Null(document.QuerySelector(".hint"));
    }

    [Fact]
    public async Task A_password_never_comes_back()
    {
        var document = await InForm(Refused, builder => Put<Forms.Input>(builder, ("Name", "password"), ("Label", "Password"), ("Type", "password"), ("Value", "secret")));

        Assert.DoesNotContain("secret", document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_that_was_unticked_stays_unticked_when_the_form_is_refused()
    {
        var fresh = await InForm(FormState.Fresh, builder => Put<Check>(builder, ("Name", "tell"), ("Label", "Tell"), ("Value", "true")));
        var refused = await InForm(Refused, builder => Put<Check>(builder, ("Name", "tell"), ("Label", "Tell"), ("Value", "true")));

        Assert.NotNull(fresh.QuerySelector("#f-tell[checked]"));
        Assert.Null(refused.QuerySelector("#f-tell[checked]"));
    }

    [Fact]
    public async Task A_form_takes_token_and_version_along()
    {
        var document = await InForm(FormState.Fresh, _ => { });

        Assert.Equal("token<", document.QuerySelector("input[name=field]")?.GetAttribute("value"));
        Assert.Equal("7", document.QuerySelector("input[name=_version]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_picker_is_a_plain_field_with_the_key_until_its_script_starts()
    {
        var document = await Rendered.Component<EntityPicker>(("Name", "requester"), ("Label", "Requester"), ("Kinds", "user"), ("Value", "U-12"), ("ValueText", "Mei Tanaka"), ("Source", "/larkspur/search"));
        var input = document.QuerySelector("entity-picker[kinds=user][src='/larkspur/search'] > input[name=requester]")!;

        Assert.Equal("U-12", input.GetAttribute("value"));
        Assert.Equal("Mei Tanaka", input.GetAttribute("data-text"));
    }

    static Task<AngleSharp.Dom.IDocument> InForm(FormState state, RenderFragment content) => Rendered.Fragment(builder =>
    {
        builder.OpenComponent<CascadingValue<FormToken>>(0);
        builder.AddComponentParameter(1, "Value", new FormToken("token<", "field"));
        builder.AddComponentParameter(2, "ChildContent", (RenderFragment)(inner => Put<PostForm>(inner, ("Action", "/save"), ("State", state), ("Version", 7L), ("ChildContent", content))));
        builder.CloseComponent();
    });

    static void Put<T>(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        builder.OpenComponent<T>(0);
        foreach (var (name, value) in parameters)
            builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    }
}
