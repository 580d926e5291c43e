namespace Helios.Kernel.Entities;

/// <summary>
/// A row of an organization that is no part of an entity: a view, a tag, a schedule. The words of its change stand on the page of whoever
/// made it (<see cref="Commands.CommandContext.Tell"/>); the event keeps the row beside them, so that undo can put it back.
/// </summary>
public interface ISetting;
