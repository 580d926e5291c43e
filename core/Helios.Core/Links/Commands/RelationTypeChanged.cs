namespace Helios.Core.Links.Commands;

/// <summary>What a caller learns after a command changed a relation of the organization's own.</summary>
/// <param name="Id">The relation.</param>
/// <param name="Name">Its immutable name, by which links know it.</param>
public sealed record RelationTypeChanged(Guid Id, string Name)
{
    internal static RelationTypeChanged Of(RelationType type) => new(type.Id, type.Name);
}
