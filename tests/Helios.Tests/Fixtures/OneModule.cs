using Helios.Kernel.Modules;

namespace Helios.Tests.Fixtures;

/// <summary>A module of one feature, which declares what a test says.</summary>
sealed class OneModule(Action<FeatureBuilder> declare) : Module
{
    public override string Id => "one";

    public override string Name => "One";

    public override IReadOnlyList<Feature> Features => [new OneFeature(declare)];

    sealed class OneFeature(Action<FeatureBuilder> declare) : Feature
    {
        public override string Name => "one";

        public override void Declare(FeatureBuilder feature)
        {
            feature.Permission("shelves:write", "Change shelves");
            declare(feature);
        }
    }
}
