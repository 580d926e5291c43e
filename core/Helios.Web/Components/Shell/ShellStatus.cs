namespace Helios.Web.Components.Shell;

/// <summary>How something that runs by itself stands, at the foot of the sidebar: "Google synced 2 min ago".</summary>
/// <param name="Text">What it is.</param>
/// <param name="Tone">Whether it is well.</param>
/// <param name="Time">When it was so, in UTC.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record ShellStatus(string Text, Tone Tone, DateTimeOffset Time, DateTimeOffset Now);
