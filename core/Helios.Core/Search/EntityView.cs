using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Search;

/// <summary>An entity as search, links and timelines show it, whatever its kind.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The kind's immutable name, such as <c>ticket</c>.</param>
/// <param name="Key">What people call it, such as T-1042.</param>
/// <param name="Title">The name people know it by.</param>
/// <param name="Subtitle">One line that tells it from its like.</param>
/// <param name="Icon">The kind's icon in the sprite.</param>
/// <param name="Href">The address of its page.</param>
/// <param name="Archived">Whether it is put away.</param>
public sealed record EntityView(Guid Id, string Kind, string Key, string Title, string? Subtitle, string Icon, string Href, bool Archived)
{
    /// <summary>The view of a projection; null where its kind's module is not there or switched off.</summary>
    internal static EntityView? Of(Registry registry, Scope scope, EntityRow row) =>
        Of(registry, scope, row.Id, row.Kind, row.Key, row.Title, row.Subtitle, row.Archived);

    internal static EntityView? Of(Registry registry, Scope scope, Guid id, string kind, string key, string title, string? subtitle, bool archived) =>
        registry.Kind(kind) is { } declared && scope.Organization is { } organization && !organization.ModulesOff.Contains(declared.Module.Id)
            ? new EntityView(id, kind, key, title, subtitle, declared.Icon, declared.Address(organization.Slug, key), archived)
            : null;
}
