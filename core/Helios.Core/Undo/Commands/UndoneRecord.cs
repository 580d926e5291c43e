namespace Helios.Core.Undo.Commands;

/// <summary>A record that an undo changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind, such as <c>ticket</c>.</param>
/// <param name="Key">Its key, such as T-1042.</param>
/// <param name="IsGone">Whether it is gone, since the act had made it.</param>
/// <param name="IsNew">Whether the undo made it: a bulk change that takes another one back.</param>
public sealed record UndoneRecord(Guid Id, string Kind, string Key, bool IsGone, bool IsNew);
