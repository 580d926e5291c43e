using System.Globalization;
using Xunit;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Pictures of pages, below artifacts/screens.</summary>
static class Screens
{
    /// <summary>Keeps what the page looks like.</summary>
    public static Task Keep(Tab tab, string name) => tab.Page.ScreenshotAsync(new() { Path = Repository.At("artifacts", "screens", name + ".png") });

    /// <summary>Keeps what a tab showed when its test failed.</summary>
    public static Task Failed(Tab tab) =>
        Keep(tab, string.Create(CultureInfo.InvariantCulture, $"failed/{TestContext.Current.TestClass?.TestClassSimpleName}.{TestContext.Current.TestMethod?.MethodName}"));
}
