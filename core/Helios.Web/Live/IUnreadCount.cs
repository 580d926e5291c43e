using Helios.Kernel.Scopes;

namespace Helios.Web.Live;

/// <summary>How much somebody has not read yet. Web asks, Core answers.</summary>
public interface IUnreadCount
{
    /// <summary>The unread entries of the actor's inbox; null for whoever has none.</summary>
    Task<int?> Of(Scope scope, CancellationToken stop);
}
