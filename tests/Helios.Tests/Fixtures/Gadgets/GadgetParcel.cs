using Helios.Kernel.Commands;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Outbound;
using Helios.Kernel.Problems;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>One call to the far side.</summary>
/// <param name="Address">Where it goes.</param>
public sealed record GadgetParcel(string Address)
{
    /// <summary>The far side knows repeated calls by their key.</summary>
    public const string Repeated = "gadgets.ship";

    /// <summary>It does not.</summary>
    public const string Careful = "gadgets.ship_once";

    public sealed class Handler(OutboundHttp http) : IEffect<GadgetParcel>
    {
        public async Task<EffectAnswer> Call(GadgetParcel request, EffectCall call)
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, request.Address) { Content = new StringContent("parcel") };
            return await http.Send(message, call);
        }

        public ICommand<Nothing>? Result(OperationView operation, Guid? subject) => new RecordShipment(
            new EntityRef<Gadget>(subject!.Value.ToString()), string.Join(", ", operation.Items.Select(item => item.State)));
    }
}
