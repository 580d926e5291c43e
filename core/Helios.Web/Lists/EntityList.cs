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

    /// <summary>All its columns, for files of the list.</summary>
    public abstract IReadOnlyList<ListField> Fields { get; }

    /// <summary>The columns that a reader sees before or after he chose.</summary>
    public IReadOnlyList<ListField> FieldsFor(IReadOnlyList<string> chosen, bool isStaff) =>
        [.. Fields.Where(field => field.ForStaff is not { } forStaff || forStaff == isStaff).Where(field => field.IsFixed || (chosen.Count == 0 ? field.IsShown : chosen.Contains(field.Name, StringComparer.Ordinal)))];
}
