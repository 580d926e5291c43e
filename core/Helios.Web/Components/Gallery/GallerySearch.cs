using Microsoft.AspNetCore.Http;

namespace Helios.Web.Components.Gallery;

/// <summary>Answers the palette and the pickers of the component pages from the sample.</summary>
static class GallerySearch
{
    static readonly string[] People = ["Amara Osei", "Elif Demir", "Hana Kim", "Ingrid Solberg", "Jonas Lindqvist", "Mei Tanaka", "Noah Weiss", "Priya Nair", "Rafael Costa", "Sofia Rossi", "Tomás Varga"];

    public static Task AnswerAsync(HttpContext context)
    {
        var text = context.Request.Query["q"].ToString();
        var kinds = context.Request.Query["kinds"].ToString();
        var people = People
            .Where(name => Wanted("user", kinds) && name.Contains(text, StringComparison.CurrentCultureIgnoreCase))
            .Select((name, i) => new { kind = "user", key = $"U-{i + 11}", title = name, subtitle = "Larkspur Labs", href = GallerySample.Root + "/record", icon = "user" });
        var tickets = GallerySample.Tickets
            .Where(t => Wanted("ticket", kinds) && (t.Subject.Contains(text, StringComparison.CurrentCultureIgnoreCase) || t.Key.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .Select(t => new { kind = "ticket", key = t.Key, title = t.Subject, subtitle = t.State, href = GallerySample.Root + "/record", icon = "ticket" });
        return context.Response.WriteAsJsonAsync(new { items = people.Concat(tickets).Take(12), commands = Array.Empty<object>() }, context.RequestAborted);
    }

    static bool Wanted(string kind, string kinds) => kinds.Length == 0 || kinds.Split(',').Contains(kind, StringComparer.Ordinal);
}
