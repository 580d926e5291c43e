namespace Helios.Web.Lists;

/// <summary>The page of a kind's list: where it stands and which columns its table can show. A feature contributes one for each kind with a list.</summary>
public abstract class EntityList
{
    private protected EntityList(string kind, string path)
    {
        Kind = kind;
        Path = path;
    }

    /// <summary>The kind of the rows, such as <c>ticket</c>.</summary>
    public string Kind { get; }

    /// <summary>Its address below the organization.</summary>
    public string Path { get; }

    /// <summary>The names of all its columns, as views and addresses call them.</summary>
    public abstract IReadOnlyList<string> Names { get; }
}
