using Helios.Kernel.Labeling;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Web.Pages;

namespace Helios.Core.Organizations.Queries;

/// <summary>The modules of this installation and whether they are on here.</summary>
public sealed record ListModules : IQuery<ListModules.Result>
{
    /// <summary>The modules.</summary>
    public sealed record Result(IReadOnlyList<Item> Items);

    /// <summary>One module.</summary>
    /// <param name="Id">Its immutable name.</param>
    /// <param name="Name">Its name for people.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="IsOn">Whether it is on in this organization.</param>
    /// <param name="IsOptional">Whether it can be switched off.</param>
    /// <param name="Adds">What it adds: places and records, which disappear while it is off.</param>
    public sealed record Item(string Id, string Name, string Version, bool IsOn, bool IsOptional, IReadOnlyList<string> Adds);

    public sealed class Handler(Registry registry) : IQueryHandler<ListModules, Result>
    {
        public Task<Outcome<Result>> Handle(ListModules query, QueryContext context)
        {
            var off = context.Scope.Organization!.ModulesOff;
            Outcome<Result> result = new Result([.. registry.Modules.Select(module =>
                new Item(module.Id, module.Name, module.Version.ToString(3), !off.Contains(module.Id), module.IsOptional, AddsOf(module, registry.LabelsOf(context.Scope))))]);
            return Task.FromResult(result);
        }

        List<string> AddsOf(Module module, Labels labels) =>
        [
            .. registry.Contributions<Place>().Where(place => place.Module == module).OrderBy(place => place.Value.Order).Select(place => labels.Area(place.Value.Label))
                .Concat(registry.Kinds.Where(kind => kind.Module == module).Select(kind => labels.Kind(kind.Name).Many))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
