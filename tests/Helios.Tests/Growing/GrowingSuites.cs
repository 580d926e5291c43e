using Xunit;

namespace Helios.Tests.Growing;

/// <summary>The suites that leave the house as they found it but for more of the same: they share one.</summary>
[CollectionDefinition(Name)]
public sealed class GrowingSuites : ICollectionFixture<GrowingHouse>
{
    public const string Name = "Growing";
}
