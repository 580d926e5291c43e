using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Rest.Shelves;

/// <summary>Inputs and answers of every sort for the API's door; it has no table.</summary>
public sealed class ShelfModule : Module
{
    public override string Id => "shelves";

    public override string Name => "Shelves";

    public override IReadOnlyList<Feature> Features => [new ShelvesFeature()];

    sealed class ShelvesFeature : Feature
    {
        public override string Name => "shelves";

        public override void Declare(FeatureBuilder feature)
        {
            feature.Permission("shelves:read", "Read shelves", Roles.ItStaff, Roles.User);
            feature.Permission("shelves:write", "Change shelves", Roles.ItStaff);
            feature.Query<ListShelves>("shelves.list", "shelves:read").Rest("GET /shelves");
            feature.Query<BreakShelf>("shelves.break", "shelves:read").Rest("GET /shelves/broken");
            feature.Command<ChangeShelf>("shelves.change", "shelves:write", "ShelfChanged").Rest("PATCH /shelves/{shelf}");
            feature.Command<EmptyShelf>("shelves.empty", "shelves:write", "ShelfEmptied").Rest("DELETE /shelves/{shelf}/books");
        }
    }
}
