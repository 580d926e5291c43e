namespace Helios.Core.Directory.People;

/// <summary>A person in one line.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Key">The person's key, such as U-12.</param>
/// <param name="Name">The full name.</param>
/// <param name="Title">The job title.</param>
public sealed record UserMention(Guid Id, string Key, string Name, string? Title);
