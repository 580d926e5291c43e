namespace Helios.Core.Comments;

/// <summary>An entity that a comment changes, as a reply takes up a resolved ticket again. Whatever door the comment comes through, the entity is told in the same transaction.</summary>
public interface ICommented
{
    /// <summary>Somebody commented.</summary>
    /// <param name="comment">What he wrote, and for whom.</param>
    void Commented(Comment comment);
}
