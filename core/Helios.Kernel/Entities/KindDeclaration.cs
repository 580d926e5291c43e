using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Entities;

/// <summary>A kind of entity: its names, its address and who may see which of its rows.</summary>
public abstract class KindDeclaration
{
    private protected KindDeclaration(Module module, Type type, string name, string prefix, (string One, string Many) label, string icon, string page)
    {
        Module = module;
        Type = type;
        Name = name;
        Prefix = prefix;
        Label = label;
        Icon = icon;
        Page = page;
    }

    public Module Module { get; }

    /// <summary>The entity's class.</summary>
    public Type Type { get; }

    /// <summary>The immutable name, such as <c>ticket</c>.</summary>
    public string Name { get; }

    /// <summary>Begins its keys.</summary>
    public string Prefix { get; }

    /// <summary>What people call one and many of them.</summary>
    public (string One, string Many) Label { get; }

    public string Icon { get; }

    /// <summary>The page below the organization, with <c>{key}</c>.</summary>
    public string Page { get; }

    /// <summary>Whether somebody besides staff sees single rows, since they are his: then it matters who reads what is written about one.</summary>
    public bool HasOwnReaders { get; private protected set; }

    /// <summary>The address of one entity's page.</summary>
    public string Address(string slug, string key) => $"/{slug}{Page.Replace("{key}", key, StringComparison.Ordinal)}";

    /// <summary>The id of the one that people call so, by id, key or what else names one of the kind; null when the actor sees none, or several.</summary>
    public abstract Task<Guid?> IdOf(HeliosDb db, Actor actor, string text, CancellationToken stop);

    /// <summary>Writes the words of the next records with a value in a custom field anew; the ids of those that it did.</summary>
    /// <param name="db">The database; saved with the command.</param>
    /// <param name="customField">The API name of the field.</param>
    /// <param name="after">The last record that was done.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="stop">Ends the work.</param>
    public abstract Task<IReadOnlyList<Guid>> Reindex(HeliosDb db, string customField, Guid after, int most, CancellationToken stop);

    /// <summary>Whether a record holds a value of this custom field.</summary>
    public abstract Task<bool> HasValues(HeliosDb db, string customField, CancellationToken stop);

    /// <summary>Finds one by id or key, if the actor may see it; tracked where a command asks, and locked when it is going to change.</summary>
    public abstract Task<Entity?> Find(HeliosDb db, Actor actor, string text, bool forUpdate, CancellationToken stop);

    /// <summary>Finds those of many that the actor may see, by ids or keys, each once and in this order; untracked.</summary>
    public abstract Task<List<FoundRow>> FindAll(HeliosDb db, Actor actor, IReadOnlyList<string> texts, CancellationToken stop);

    /// <summary>The key of the newest that the actor may see: something to show by example. Null where he sees none.</summary>
    public abstract Task<string?> Newest(HeliosDb db, Actor actor, CancellationToken stop);

    /// <summary>Locks those of many that the actor may see, for the commands of a series that are going to change them.</summary>
    internal abstract Task Lock(HeliosDb db, Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken stop);

    /// <summary>Whether the actor would see this one, which need not be stored: one that an undo brings back.</summary>
    internal abstract bool Sees(Entity entity, Actor actor);
}
