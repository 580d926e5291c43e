using System.Globalization;
using Xunit;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Pictures of pages, below artifacts/screens.</summary>
static class Screens
{
    /// <summary>Whether somebody wants to look at every page: HELIOS_SCREENS is set. Drawing them takes as long as all that is tested.</summary>
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("HELIOS_SCREENS") is { Length: > 0 };

    /// <summary>Keeps what the page looks like, where pictures are wanted.</summary>
    public static Task Keep(Tab tab, string name) => AreWanted ? Draw(tab, name) : Task.CompletedTask;

    /// <summary>Keeps what a tab showed when its test failed.</summary>
    public static Task Failed(Tab tab) =>
        Draw(tab, string.Create(CultureInfo.InvariantCulture, $"failed/{TestContext.Current.TestClass?.TestClassSimpleName}.{TestContext.Current.TestMethod?.MethodName}"));

    static async Task Draw(Tab tab, string name) => await tab.Page.ScreenshotAsync(new() { Path = Repository.At("artifacts", "screens", name + ".png") });
}
