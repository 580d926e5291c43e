using Helios.Core.Audit.Commands;
using Helios.Core.Audit.Pages;
using Helios.Core.Audit.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Audit;

/// <summary>What happened in the organization, the proof that nobody changed what is written of it, and the erasure of personal values.</summary>
public sealed class AuditFeature : Feature
{
    public const string Read = "audit:read";
    public const string Erase = "audit:erase";

    public override string Name => "audit";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "Read and verify the audit trail of the organization", Roles.Admin);
        feature.Permission(Erase, "Erase a person's values from the audit trail, for ever");
        feature.Command<VerifyAuditChain>("audit.verify", Read, "AuditVerificationStarted").Internal().Rest("POST /audit/verify").NotUndoable("A look at the chain changes nothing.");
        feature.Command<MakeCheckpoint>("audit.make_checkpoint", Read, "AuditCheckpointMade").Internal().Rest("POST /audit/checkpoints").NotUndoable("What is signed stays signed.");
        feature.Command<ErasePersonalData>("audit.erase_person", Erase, "PersonalDataErased").Internal().Rest("POST /users/{user}/erase-audit-values").NotUndoable("What is erased cannot be brought back.");
        feature.Query<GetAuditChain>("audit.chain", Read).Rest("GET /audit/chain");
        feature.Query<GetAudit>("audit.get", Read).Rest("GET /audit");
        feature.Query<ListEvents>("audit.events", Read).Rest("GET /audit/events");
        feature.Job<VerifyChain.Work, VerifyChain>(VerifyChain.Name);
        feature.Job<ErasePerson.Work, ErasePerson>(ErasePerson.Name);
        feature.Every<AuditCheckpoints>("audit.checkpoints", TimeSpan.FromHours(24));
        feature.Contribute(new AuditPages());
        feature.Contribute(new SettingsTab("Audit", AuditPages.Root, Read) { Order = 40 });
        foreach (var text in AuditTexts.Events)
            feature.Contribute(text);
    }
}
