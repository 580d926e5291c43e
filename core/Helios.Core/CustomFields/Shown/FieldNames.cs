using System.Collections.Frozen;
using Helios.Core.CustomFields.Queries;
using Helios.Core.Search;
using Helios.Web.Pages;

namespace Helios.Core.CustomFields.Shown;

/// <summary>The people whom fields on a page name.</summary>
static class FieldNames
{
    /// <summary>Asks for all of them at once, and for nothing where there are none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, EntityView>> Of(PageRequest request, IEnumerable<Guid> people)
    {
        string[] ids = [.. people.Distinct().Select(id => id.ToString())];
        return ids.Length > 0 && await request.Ask(new NameEntities(ids)) is { Value: { } found }
            ? found.Items.ToFrozenDictionary(item => item.Id)
            : FrozenDictionary<Guid, EntityView>.Empty;
    }
}
