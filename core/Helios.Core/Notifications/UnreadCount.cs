using Helios.Kernel.Scopes;
using Helios.Web.Live;
using Npgsql;

namespace Helios.Core.Notifications;

/// <summary>How much somebody has not read, as it stands beside his role.</summary>
public sealed class UnreadCount(NpgsqlDataSource database) : IUnreadCount
{
    public async Task<int?> Of(Scope scope, CancellationToken stop)
    {
        if (scope.Actor.UserId is not { } user || !scope.Actor.Can(InboxFeature.Use))
            return null;
        await using var command = database.CreateCommand("select unread from platform.membership where organization_id = $1 and user_id = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = scope.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter { Value = user });
        return await command.ExecuteScalarAsync(stop) as int?;
    }
}
