using System.Text;
using Helios.Core.Audit.Queries;
using Helios.Kernel.Queries;
using Helios.Web.Lists;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Audit.Pages;

/// <summary>All events that a filter lets through as a file, written page by page as they are read.</summary>
sealed class EventsFile(PageRequest request, IEventsFormat format) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var list = ListAddress.Of(request);
        var page = await request.Ask(new ListEvents(list.Filter, Limit: ListInput.MostRows));
        if (!page.Succeeded)
        {
            await request.Refuse(page.Problem).ExecuteAsync(httpContext);
            return;
        }

        var response = httpContext.Response;
        response.ContentType = format.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{request.Slug}-audit.{format.Extension}\"";
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
        await text.WriteAsync(format.Head);
        var isFirst = true;
        for (var rows = page.Value; ; rows = (await request.Ask(new ListEvents(list.Filter, rows.Next, ListInput.MostRows))).Expect())
        {
            foreach (var told in rows.Items)
            {
                await text.WriteAsync(format.Event(told, isFirst));
                isFirst = false;
            }

            if (rows.Next is null)
                break;
        }

        await text.WriteAsync(format.Tail);
    }
}
