using Helios.Core;
using Helios.Kernel.Modules;

namespace Helios.Tests.Growing.Guests;

/// <summary>A module that adds one part of each sort to the page of every kind, so that a page which leaves one out is found.</summary>
sealed class GuestModule(IReadOnlyList<string> kinds) : Module
{
    public override string Id => "guest";

    public override string Name => "Guests";

    public override IReadOnlyList<Feature> Features => [new GuestFeature(kinds)];

    /// <summary>A guest of all kinds of core and of these modules.</summary>
    public static GuestModule Of(IEnumerable<Module> modules) => new([.. Registry.Build([new CoreModule(), .. modules]).Kinds.Select(kind => kind.Name)]);
}
