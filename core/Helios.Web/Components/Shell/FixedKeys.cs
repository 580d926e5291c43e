namespace Helios.Web.Components.Shell;

/// <summary>The groups of the list of keys, with what web/src/elements answers to by itself.</summary>
public static class FixedKeys
{
    // A row that the keys of movement stop at; the same as in hotkey-map.ts.
    const string Row = "main :is(tr, .rows > li, .tile) .cover";

    /// <summary>The groups in their order.</summary>
    public static IReadOnlyList<KeyGroup> Groups { get; } =
    [
        new("page", "This page",
        [
            new("Ctrl K", "Search, jump, run a command", "command-palette"),
            new("esc", "Leave the field, close what is open, or go back one level"),
            new("Ctrl ↵", "Send what you write", "reply-composer"),
        ]),
        new("row", "Rows",
        [
            new("j", "Next row", Row),
            new("k", "Previous row", Row),
            new("↵", "Open the row that has the focus", Row),
            new("space", "Look at the record of the row or link that has the focus; space again closes, o opens its page", "record"),
            new("x", "Select the row that has the focus", "main tr:has(.cover) input[type=checkbox]"),
        ]),
        new("go", "Go to", []),
        new("new", "New", []),
    ];
}
