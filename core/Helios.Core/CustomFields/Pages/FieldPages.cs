using Helios.Core.CustomFields.Commands;
using Helios.Core.CustomFields.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.CustomFields.Pages;

/// <summary>Settings > Fields.</summary>
public sealed class FieldPages : PageSet
{
    public const string Root = "/settings/fields";

    const string New = Root + "/new";
    const string One = Root + "/{field}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, CustomFieldsFeature.Write, ShowAll);
        routes.Page(New, CustomFieldsFeature.Write, ShowNew);
        routes.Form<CreateField, FieldChanged>(New, (request, _, made) => request.SeeOther(request.Address(Root), $"{made.Name} added"), ShowNew);
        routes.Form<ReorderFields, Nothing>(Root + "/order/{kind}", (request, _, _) => request.SeeOther(request.Address(Root)));
        routes.Page(One, CustomFieldsFeature.Write, ShowOne);
        routes.Form<UpdateField, FieldChanged>(One, (request, _, made) => request.SeeOther(request.Address(Root), $"{made.Name} saved"), ShowOne);
        routes.Form<ArchiveField, FieldChanged>(One + "/archive", (request, _, made) => request.SeeOther(request.Address(Root), $"{made.Name} archived; its values stay"));
        routes.Form<RestoreField, FieldChanged>(One + "/restore", (request, _, made) => request.SeeOther(request.Address(Root), $"{made.Name} restored"), ShowOne);
    }

    static async Task<IResult> ShowAll(PageRequest request)
    {
        var fields = (await request.Ask(new ListFields(Archived: true))).Expect().Items.ToLookup(field => field.Kind, StringComparer.Ordinal);
        var kinds = request.Registry.WithFields(request.Scope).Select(kind => new FieldsOfKind(kind.Name, request.Labels.Kind(kind.Name), kind.Icon, [.. fields[kind.Name]]));
        return await request.Show<FieldsPage, FieldsView>(new FieldsView(SettingsTabs.For(request), [.. kinds]));
    }

    static async Task<IResult> ShowNew(PageRequest request)
    {
        var kinds = request.Registry.WithFields(request.Scope).Select(kind => (kind.Name, request.Labels.Kind(kind.Name).One)).ToList();
        return await request.Show<FieldFormPage, FieldFormView>(new FieldFormView(SettingsTabs.For(request), null, kinds, request.Query("kind") ?? kinds[0].Name));
    }

    static async Task<IResult> ShowOne(PageRequest request) => await request.Show<FieldFormPage, FieldFormView>(
        (await request.Ask(new GetField(new EntityRef<CustomField>(request.Route("field"))))).Map(found =>
            new FieldFormView(SettingsTabs.For(request), found, [(found.Field.Kind, request.Labels.Kind(found.Field.Kind).One)], found.Field.Kind)));
}
