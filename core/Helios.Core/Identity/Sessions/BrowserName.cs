namespace Helios.Core.Identity.Sessions;

/// <summary>A browser in few words, from what it says that it is.</summary>
public static class BrowserName
{
    static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>As "Firefox on Windows"; the first words where nothing is known.</summary>
    public static string Of(string agent)
    {
        var browser = Array.Find(Browsers, known => agent.Contains(known.Mark, StringComparison.Ordinal)).Name;
        var system = Array.Find(Systems, known => agent.Contains(known.Mark, StringComparison.Ordinal)).Name;
        return (browser, system) switch
        {
            (null, null) => agent.Length == 0 ? "Unknown browser" : agent[..Math.Min(40, agent.Length)],
            (null, _) => "Browser on " + system,
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }
}
