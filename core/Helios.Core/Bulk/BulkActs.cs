using Helios.Web.Pages;

namespace Helios.Core.Bulk;

/// <summary>What an actor can do to many records of a kind from its list.</summary>
public static class BulkActs
{
    /// <summary>Where chosen records are sent, to say the rest and begin; below the organization.</summary>
    public const string New = "/bulk/new";

    /// <summary>The acts in their order; none where the actor may not change many at once.</summary>
    public static IReadOnlyList<BulkAct> For(PageRequest request, string kind)
    {
        var (actor, off) = (request.Scope.Actor, request.Scope.Organization!.ModulesOff);
        if (!actor.Can(BulkFeature.Permission))
            return [];
        var registry = request.Registry;
        return [.. registry.Contributions<BulkAct>()
            .Where(act => act.Value.IsFor(kind) && !off.Contains(act.Module.Id) && registry.CommandNamed(act.Value.Command) is { } command && !off.Contains(command.Module.Id) && command.Allows(actor))
            .Select(act => act.Value).OrderBy(act => act.Order)
            .Select(act => act with { Label = request.Say(act.Label), Fields = [.. act.Fields.Select(field => field with { Label = request.Say(field.Label), EmptyMeans = field.EmptyMeans is null ? null : request.Say(field.EmptyMeans) })] })];
    }
}
