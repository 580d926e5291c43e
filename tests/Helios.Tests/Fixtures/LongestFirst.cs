using Helios.Tests.Fixtures;
using Helios.Tests.Growing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Helios.Tests.Fixtures;

/// <summary>The growing suites follow each other for minutes: begun last, everything else would wait for them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => string.Equals(collection.TestCollectionDisplayName, GrowingSuites.Name, StringComparison.Ordinal))];
}
