using Helios.Core.Labeling.Commands;
using Helios.Core.Labeling.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Labeling;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Labeling.Pages;

/// <summary>Settings > Labels: one form for each word, with a preview before anything is saved.</summary>
public sealed class LabelPages : PageSet
{
    public const string Root = "/settings/labels";

    const string One = Root + "/{label}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, LabelsFeature.Write, ShowAll);
        routes.Page(One, LabelsFeature.Write, ShowOne);
        routes.Form<SetLabel, Nothing>(One, (request, command, _) => request.SeeOther(request.Address(Root), $"“{command.One}” from now on"), ShowOne);
        routes.Form<ResetLabel, Nothing>(One + "/reset", (request, _, _) => request.SeeOther(request.Address(Root), "The stock word is back"), ShowOne);
    }

    static async Task<IResult> ShowAll(PageRequest request) =>
        await request.Show<LabelsPage, LabelsView>((await request.Ask(new ListLabels())).Map(found => new LabelsView(SettingsTabs.For(request), found.Items)));

    static async Task<IResult> ShowOne(PageRequest request)
    {
        var found = (await request.Ask(new ListLabels())).Expect().Items.FirstOrDefault(item => string.Equals(item.Label, request.Route("label"), StringComparison.Ordinal));
        if (found is null)
            return request.Refuse(Problem.NotFound("label of this name"));
        var one = Typed(request, "one") ?? found.One;
        var many = Typed(request, "many") ?? (request.Query("one") is null ? found.Many : one);
        return await request.Show<LabelPage, LabelView>(new LabelView(SettingsTabs.For(request), found, one, many, Label.Own(one, many) is var own && one == found.StockOne ? Label.Stock(one, many) : own));
    }

    /// <summary>What stands in the form: what was refused, or what is to be previewed.</summary>
    static string? Typed(PageRequest request, string field) => (request.Form.Values?.GetValueOrDefault(field) ?? request.Query(field))?.Trim() is { Length: > 0 and <= SetLabel.Longest } text ? text : null;
}
