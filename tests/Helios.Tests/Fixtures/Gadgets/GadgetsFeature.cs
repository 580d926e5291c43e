using Helios.Kernel.Effects;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Fixtures.Gadgets;

public sealed class GadgetsFeature : Feature
{
    public override string Name => "gadgets";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Kind<Gadget>("gadget", "G", ("Gadget", "Gadgets"), "box", "/gadgets/{key}").VisibleToStaff().VisibleToOwn(row => row.OwnerId);
        feature.Table(GadgetTable.Map);
        feature.Permission("gadgets:read", "Read gadgets", Roles.ItStaff, Roles.User);
        feature.Permission("gadgets:write", "Change gadgets", Roles.ItStaff);
        feature.Command<AddGadget>("gadgets.add", "gadgets:write", "GadgetAdded").Rest("POST /gadgets");
        feature.Command<RenameGadget>("gadgets.rename", "gadgets:write", "GadgetRenamed").Versioned().Rest("PUT /gadgets/{gadget}");
        feature.Command<NoteGadget>("gadgets.note", "gadgets:write", "GadgetNoted").Inverse<NoteInverse>().Internal().Rest("POST /gadgets/{gadget}/notes");
        feature.Command<SwapGadgets>("gadgets.swap", "gadgets:write", "GadgetsSwapped").Rest("POST /gadgets/{one}/swap").NotUndoable("Swap them once more instead.");
        feature.Command<TakeBackGadget>("gadgets.take_back", "gadgets:write", "GadgetTakenBack").NoRest("It stands in for Core's.");
        feature.Query<GetGadget>("gadgets.get", "gadgets:read").Rest("GET /gadgets/{gadget}");
        feature.Query<CountGadgets>("gadgets.count", "gadgets:read").Kept().NoRest("A number alone is no answer of the API.");
        feature.Unique("gadget_name", "name", "Another gadget has this name. Choose another name.");
        feature.Job<PolishGadgets, PolishGadgets.Handler>("gadgets.polish");
        feature.Row<Operation>("operation", (rows, _) => rows);
        feature.Job<RunOperation.Work, RunOperation>(RunOperation.Name, isAwaited: true);
        feature.Effect<GadgetParcel, GadgetParcel.Handler>(GadgetParcel.Repeated, "Ship a gadget").Repeatable();
        feature.Effect<GadgetParcel, GadgetParcel.Handler>(GadgetParcel.Careful, "Ship a gadget once");
        feature.Command<ShipGadget>("gadgets.ship", "gadgets:write", "GadgetOrdered").Rest("POST /gadgets/{gadget}/shipments");
        feature.Command<StopShipment>("gadgets.stop_shipment", "gadgets:write", "ShipmentStopped").NoRest("It is for tests.");
        feature.Command<RecordShipment>("gadgets.record_shipment", "gadgets:write", "GadgetShipped").NoRest("It is the second phase of a shipment.");
        feature.Schedule<TallyGadgets>(TallyGadgets.Name, "Tally gadgets", "daily 03:10");
    }
}
