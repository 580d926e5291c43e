using Helios.Core.Audit.Queries;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Audit;

/// <summary>The proof that nobody changed what is written of what happened.</summary>
public sealed class AuditFeature : Feature
{
    public override string Name => "audit";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission("audit:read", "Verify the audit chain", Roles.Admin);
        feature.Query<GetAuditChain>("audit.chain", "audit:read").Rest("GET /audit/chain");
    }
}
