using Helios.Core.Directory.People.Queries;
using Helios.Web.Pages;

namespace Helios.Core.Directory.People.Pages;

/// <summary>A person's page.</summary>
/// <param name="User">The person.</param>
/// <param name="Parts">What modules add.</param>
/// <param name="CanWrite">Whether fields can be changed.</param>
/// <param name="IsStaff">Whether pages of others can be opened.</param>
public sealed record UserView(UserDetails User, EntityParts Parts, bool CanWrite, bool IsStaff);
