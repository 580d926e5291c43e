using Helios.Core.Exporting;
using Helios.Core.Timeline;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Web.Lists;

namespace Helios.Core.Importing.Generic;

/// <summary>How a kind is made and changed by its own commands, found by their addresses: <c>POST /tickets</c>, <c>PATCH /tickets/{ticket}</c>, <c>PUT /tickets/{ticket}/status</c>.</summary>
sealed class KindShape
{
    /// <summary>The column that holds keys.</summary>
    public const string Key = "key";

    /// <summary>The column that holds tags.</summary>
    public const string Tags = "tags";

    KindShape(Registry registry, KindDeclaration kind, CommandDeclaration create, CommandDeclaration? update, IReadOnlyList<CommandDeclaration> setters)
    {
        Kind = kind;
        Create = create;
        Update = update;
        Setters = setters.ToDictionary(setter => FieldsOf(setter).Single().Name, StringComparer.Ordinal);
        Fields = [.. FieldsOf(create).Concat(update is null ? [] : FieldsOf(update)).Concat(setters.SelectMany(FieldsOf)).DistinctBy(field => field.Name, StringComparer.Ordinal)];
        var texts = TextsOf(registry);
        Words = Fields.ToDictionary(field => field.Name, field => ChoiceWords.Of(field, texts), StringComparer.Ordinal);
    }

    public KindDeclaration Kind { get; }

    public CommandDeclaration Create { get; }

    /// <summary>Changes single fields; null where none does.</summary>
    public CommandDeclaration? Update { get; }

    /// <summary>Commands that set one field that has rules of its own, by the field.</summary>
    public IReadOnlyDictionary<string, CommandDeclaration> Setters { get; }

    /// <summary>All that a column can fill.</summary>
    public IReadOnlyList<RecordField> Fields { get; }

    /// <summary>The words of each field's choice.</summary>
    public IReadOnlyDictionary<string, ChoiceWords> Words { get; }

    /// <summary>Every kind with a list and a command that makes one and can be undone.</summary>
    public static IEnumerable<KindShape> All(Registry registry)
    {
        foreach (var kind in registry.Kinds.Where(kind => registry.ListOf(kind) is not null))
            foreach (var query in registry.Queries)
                if (query.RestRoute?.Split(' ') is [_, var address] && address.Split('/') is ["", var root, ['{', ..]] && IsAbout(query.InputType, kind)
                    && registry.Commands.FirstOrDefault(command => command.RestRoute == $"POST /{root}") is { TakesSecret: false, NotUndoableBecause: null } create)
                    yield return new KindShape(
                        registry, kind, create,
                        registry.Commands.FirstOrDefault(command => command.RestRoute == $"PATCH {address}" && !command.TakesSecret && IsAbout(command.InputType, kind)),
                        [.. registry.Commands.Where(command => command.RestRoute?.StartsWith($"PUT {address}/", StringComparison.Ordinal) == true && command.NotUndoableBecause is null
                            && IsAbout(command.InputType, kind) && RecordContract.Of(command.InputType).Fields.Count == 2 && FieldsOf(command).Count() == 1)]);
    }

    /// <summary>The field that names the record itself.</summary>
    public static RecordField? TargetOf(Type input) => RecordContract.Of(input).Fields.FirstOrDefault(field => field.Attributes.OfType<TargetAttribute>().Any());

    /// <summary>The fields of a command that a cell can hold.</summary>
    public static IEnumerable<RecordField> FieldsOf(CommandDeclaration command) => RecordContract.Of(command.InputType).Fields
        .Where(field => !field.Attributes.OfType<TargetAttribute>().Any() && !field.IsSecret && CellValue.Holds(field.Shape) && field.Name is not (Key or Tags));

    /// <summary>The columns, with the words that lists, exports and timelines have for them.</summary>
    public IReadOnlyList<ImportColumn> Columns(Registry registry)
    {
        var page = registry.Contributions<EntityList>().FirstOrDefault(list => list.Value.Kind == Kind.Name)?.Value;
        var texts = TextsOf(registry);
        return
        [
            new ImportColumn(Key, "Key", "ID", "Number", Kind.Label.One + " key", Kind.Label.One + " ID", Kind.Label.One + " number"),
            .. Fields.Select(field =>
            {
                var label = ExportColumns.Words(field.Name);
                List<string> words = [.. (page?.Fields ?? []).Where(column => ExportColumns.IsAbout(column, field.Name)).Select(column => column.Label), .. texts.Where(text => text.Field == field.Name || text.Field == field.Name + "Id").Select(text => text.Label)];
                return new ImportColumn(field.Name, label, [.. words, .. words.Append(label).Select(word => word + " key")]);
            }),
            new ImportColumn(Tags, "Tags", "Tag", "Labels", "Keywords"),
        ];
    }

    List<FieldText> TextsOf(Registry registry) => [.. registry.Contributions<FieldText>().Select(known => known.Value).Where(text => text.Kind == Kind.Name)];

    static bool IsAbout(Type input, KindDeclaration kind) =>
        TargetOf(input) is { } field && typeof(IEntityRef).IsAssignableFrom(field.Shape.Bare) && field.Shape.Bare.GetGenericArguments()[0] == kind.Type;
}
