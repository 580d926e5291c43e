namespace Helios.Core.Directory.People.Commands;

/// <summary>What a caller learns after a command changed a person.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Key">The person's key, such as U-12.</param>
/// <param name="Name">The full name.</param>
public sealed record UserChanged(Guid Id, string Key, string Name)
{
    internal static UserChanged Of(User user) => new(user.Id, user.Key, user.Name);
}
