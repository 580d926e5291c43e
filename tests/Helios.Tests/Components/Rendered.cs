using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Helios.Tests.Components;

/// <summary>Renders one component the way a page does and reads it back as a document.</summary>
static class Rendered
{
    public static Task<IDocument> Component<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent => Fragment(builder =>
        {
            builder.OpenComponent<T>(0);
            foreach (var (name, value) in parameters)
                builder.AddComponentParameter(1, name, value);
            builder.CloseComponent();
        });

    public static async Task<IDocument> Fragment(RenderFragment fragment)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Holder>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Holder.Content)] = fragment }))).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    sealed class Holder : ComponentBase
    {
        [Parameter]
        public required RenderFragment Content { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, Content);
    }
}
