using System.Globalization;
using Helios.Core.Attachments.Commands;
using Helios.Core.Attachments.Queries;
using Helios.Core.Panels.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Web.Files;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Attachments.Pages;

/// <summary>Files of records of any kind: the panel, the list, the page of one, and the content itself.</summary>
public sealed class AttachmentPages : PageSet
{
    const string List = "/entities/{entity}/attachments";
    const string One = "/attachments/{attachment}";

    /// <summary>Files in the panel; the rest stands on the page of the list.</summary>
    const int InPanel = 8;

    public override void Map(PageRoutes routes)
    {
        routes.Page(List, AttachmentsFeature.Read, ShowList);
        routes.Form<AttachFiles, AttachFiles.Result>(List, (request, _, made) => Back(request, Attached(made)), ShowList);
        routes.Page(One, AttachmentsFeature.Read, ShowOne);
        routes.Other(HttpMethods.Get, One + "/content", AttachmentsFeature.Read, Send);
        routes.Form<RenameAttachment, AttachmentView>(One + "/rename", (request, _, file) => request.SeeOther(request.Address("/attachments/" + request.Route("attachment")), $"Renamed to {file.Name}"), ShowOne);
        routes.Form<RemoveAttachment, Nothing>(List + "/{attachment}/remove", (request, _, _) => Back(request, "File removed"));
        routes.Other(HttpMethods.Post, "/uploads", AttachmentsFeature.Write, FileDoor.Receive);
    }

    /// <summary>The panel beside a record.</summary>
    public static async Task<RenderFragment?> Panel(PageRequest request, EntitySubject subject)
    {
        var listed = await request.Ask(new ListAttachments(new EntityRef<Entity>(subject.Key), Limit: InPanel));
        if (!listed.Succeeded)
            return null;
        var view = ViewOf(request, subject.Key, subject.Title, "", listed.Value);
        return view.CanWrite || view.Files.Count > 0 ? AttachmentsPanel.Of<AttachmentsPanel>(view) : null;
    }

    static async Task<IResult> ShowList(PageRequest request)
    {
        var reference = new EntityRef<Entity>(request.Route("entity"));
        var found = await request.Ask(new GetEntity(reference));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var listed = await request.Ask(new ListAttachments(new EntityRef<Entity>(found.Value.Key), request.Query("after")));
        return await request.Show<AttachmentListPage, AttachmentsView>(listed.Map(page => ViewOf(request, found.Value.Key, found.Value.Title, found.Value.Href, page)));
    }

    static async Task<IResult> ShowOne(PageRequest request)
    {
        var found = await request.Ask(new GetAttachment(Reference(request)));
        return await request.Show<AttachmentPage, AttachmentPageView>(found.Map(file => new AttachmentPageView(file, request.Address(""), request.Scope.Actor.IsStaff, request.Now)));
    }

    static async Task<IResult> Send(PageRequest request)
    {
        var found = await request.Ask(new GetAttachmentContent(Reference(request)));
        return found.Succeeded
            ? FileAnswer.Of(request.Http, request.Scope, found.Value, isShown: request.Query("download") is null)
            : request.Refuse(found.Problem);
    }

    static AttachmentsView ViewOf(PageRequest request, string key, string title, string href, ListAttachments.Result page)
    {
        var actor = request.Scope.Actor;
        var root = request.Address("");
        var more = page.Next is { } next ? $"{root}/entities/{key}/attachments?after={Uri.EscapeDataString(next)}" : null;
        return new AttachmentsView(key, title, href, root, page.Items, more, actor.Can(AttachmentsFeature.Write) && !request.IsPeek, actor.IsStaff, request.Now);
    }

    static string Attached(AttachFiles.Result made) =>
        made.Items is [var only] ? $"{only.Name} attached" : string.Create(CultureInfo.CurrentCulture, $"{made.Items.Count} files attached");

    /// <summary>By its key alone, since the form does not know the record's kind.</summary>
    static IResult Back(PageRequest request, string toast) => request.SeeOther(request.Address($"/entities/{request.Route("entity")}"), toast);

    static RowRef<Attachment> Reference(PageRequest request) => new(request.Route("attachment"));
}
