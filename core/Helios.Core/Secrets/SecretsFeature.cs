using Helios.Core.Secrets.Commands;
using Helios.Core.Secrets.Pages;
using Helios.Core.Secrets.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Secrets;

/// <summary>Secrets of the organization: API tokens and passwords of what it connects with, sealed, each look at one on record.</summary>
public sealed class SecretsFeature : Feature
{
    public const string Read = "secrets:read";
    public const string Write = "secrets:write";

    public override string Name => "secrets";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(SecretTable.Map);
        feature.Kind<OrganizationSecret>("secret", prefix: "SEC", label: ("Secret", "Secrets"), icon: "key", page: SecretPages.List + "/{key}").VisibleTo(Read);
        feature.Permission(Read, "See the organization's secrets and look at their values, on record", Roles.Admin);
        feature.Permission(Write, "Add, replace and delete the organization's secrets, and rotate their key", Roles.Admin);

        feature.Command<CreateSecret>("secrets.create", Write, "SecretCreated").Internal().Rest("POST /secrets").Palette("New secret", SecretPages.New).NotUndoable("Delete the secret instead: its value is destroyed then.");
        feature.Command<UpdateSecret>("secrets.update", Write, "SecretUpdated").Internal().Rest("PATCH /secrets/{secret}").Versioned();
        feature.Command<ReplaceSecret>("secrets.replace", Write, "SecretReplaced").Internal().Rest("PUT /secrets/{secret}/value").NotUndoable("The value before is destroyed. Enter it anew.");
        feature.Command<RevealSecret>("secrets.reveal", Read, "SecretRevealed").Internal().Rest("POST /secrets/{secret}/reveal").NotUndoable("What was seen cannot be unseen. Replace the value.");
        feature.Command<DeleteSecret>("secrets.delete", Write, "SecretDeleted").Internal().Rest("DELETE /secrets/{secret}").NotUndoable("Its value is destroyed. Add the secret anew.");
        feature.Command<RotateSecretKey>("secrets.rotate_key", Write, "SecretKeyRotated").Internal().Rest("POST /secret-keys/rotate").NotUndoable("The secrets are sealed with the new key. Rotate it again instead.");
        feature.Command<RetireSecretKeys>("secrets.retire_keys", Write, "SecretKeysRetired").Internal().NoRest("It is the last step of secrets.rotate_key, which runs it when nothing is sealed with the key before.").NotUndoable("A destroyed key cannot be brought back.");
        feature.Query<ListSecrets>("secrets.list", Read).Rest("GET /secrets");
        feature.Query<GetSecret>("secrets.get", Read).Rest("GET /secrets/{secret}");
        feature.Query<ListSecretKeys>("secrets.keys", Read).Rest("GET /secret-keys");
        feature.Job<ResealSecrets.Work, ResealSecrets>(ResealSecrets.Name);

        feature.Unique("organization_secret_name", "name", "Another secret has this name. Names are unique, without regard to case.");
        feature.Contribute(ListSecrets.Declaration());
        feature.Contribute(new SecretPages());
        feature.Contribute(new SettingsTab("Secrets", SecretPages.List, Read) { Order = 30 });
        foreach (var text in (object[])[.. SecretTexts.Events, .. SecretTexts.Fields])
            feature.Contribute(text);
    }
}
