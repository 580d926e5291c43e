using Helios.Core.Undo.Commands;
using Helios.Core.Undo.Pages;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Kernel.Undo;

namespace Helios.Core.Undo;

/// <summary>Taking acts back: from the toast for half a minute, from timelines and the API for 30 days.</summary>
public sealed class UndoFeature : Feature
{
    public override string Name => "undo";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Undoing.Permission, "Take back what one may do", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Command<UndoRun>("undo.run", Undoing.Permission, "Undone").Rest("POST /undo/{run}");
        feature.Contribute(new UndoPages());
    }
}
