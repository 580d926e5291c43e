using Helios.Core.Attachments;
using Helios.Core.Comments.Commands;
using Helios.Core.Comments.Queries;
using Helios.Core.Panels.Queries;
using Helios.Core.Search;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Comments.Pages;

/// <summary>Comments on records of any kind: the panel, the page of all of them, and the address where every composer posts to.</summary>
public sealed class CommentPages : PageSet
{
    const string List = "/entities/{entity}/comments";

    /// <summary>Comments in the panel; earlier ones stand on the page of the list.</summary>
    const int InPanel = 20;

    public override void Map(PageRoutes routes)
    {
        routes.Page(List, CommentsFeature.Read, ShowList);
        routes.Form<AddComment, AddComment.Result>(List, Said, ShowAgain);
    }

    /// <summary>The panel on the page of a record.</summary>
    public static async Task<RenderFragment?> Panel(PageRequest request, EntitySubject subject) =>
        await ViewOf(request, subject, after: null, InPanel) is { } view ? CommentsPanel.Of<CommentsPanel>(view with { Form = CommentForm.State(request) }) : null;

    static async Task<IResult> ShowList(PageRequest request)
    {
        var found = await Found(request);
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var record = found.Value;
        var after = request.Query("after");
        return await ViewOf(request, new EntitySubject(record.Kind, record.Id, record.Key, record.Title), after, ListComments.Most) is { } view
            ? await request.Show<CommentListPage, CommentListView>(new CommentListView(view with { IsEarlier = after is not null }, record.Href))
            : request.Refuse(Problem.NotFound("such page"));
    }

    /// <summary>A refused comment comes back on the record's own page, at its composer.</summary>
    static async Task<IResult> ShowAgain(PageRequest request)
    {
        var found = await Found(request);
        return found.Succeeded ? CommentForm.ShowAgain(request, found.Value.Href) : request.Refuse(found.Problem);
    }

    static Task<Outcome<EntityView>> Found(PageRequest request) => request.Ask(new GetEntity(new EntityRef<Entity>(request.Route("entity"))));

    static async Task<CommentsView?> ViewOf(PageRequest request, EntitySubject subject, string? after, int limit)
    {
        var actor = request.Scope.Actor;
        var registry = request.Registry;
        var readers = registry.ReadersOf(registry.Kind(subject.Kind)!, actor);
        if (readers == CommentReaders.None || (await request.Ask(new ListComments(new EntityRef<Entity>(subject.Key), after, limit))).Value is not { } page)
            return null;
        return new CommentsView(subject, request.Address(""), [.. page.Items.Reverse()], request.Now)
        {
            Earlier = page.Next is { } next ? $"{CommentForm.Address(request, subject.Key)}?after={Uri.EscapeDataString(next)}" : null,
            Readers = readers,
            CanWrite = actor.Can(CommentsFeature.Write),
            CanAttach = actor.Can(AttachmentsFeature.Write),
            CanMention = actor.Can(CommentsFeature.Mention),
        };
    }

    static IResult Said(PageRequest request, AddComment command, AddComment.Result made)
    {
        var entity = command.Entity.Entity;
        var registry = request.Registry;
        var kind = registry.Kind(entity.GetType());
        var toast = (command.Audience, registry.ReadersOf(kind, request.Scope.Actor)) switch
        {
            (_, CommentReaders.Team) => "Comment added",
            (Audience.Internal, _) => "Note added",
            (_, CommentReaders.Everybody) => "Message sent",
            _ => "Reply sent",
        };
        // Without a script the browser goes to the new comment; Turbo stays where it is.
        return request.SeeOther($"{kind.Address(request.Slug, entity.Key)}#c-{made.Id}", toast);
    }
}
