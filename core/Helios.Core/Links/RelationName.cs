namespace Helios.Core.Links;

/// <summary>A relation as inputs name it: <c>depends_on</c>, and <c>-depends_on</c> for its reverse (“is needed by”), as <c>-updated</c> turns a sort round.</summary>
static class RelationName
{
    /// <summary>Name and direction.</summary>
    public static (string Name, bool IsReverse) Read(string text) => text.StartsWith('-') ? (text[1..], true) : (text, false);

    /// <summary>As an input names it.</summary>
    public static string Write(string name, bool isReverse) => isReverse ? "-" + name : name;
}
