using Helios.Core.Timeline;

namespace Helios.Core.Audit;

/// <summary>How timelines tell what was done with the audit trail.</summary>
static class AuditTexts
{
    public static IReadOnlyList<EventText> Events { get; } =
    [
        new("PersonalDataErased", "erased values of this {user} from the audit trail"),
        new("AuditVerificationStarted", "began to verify the audit chain"),
        new("AuditCheckpointMade", "signed a checkpoint of the audit chain"),
    ];
}
