using Helios.Core.Audit.Queries;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Audit;

public sealed class AuditChainTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    [Fact]
    public async Task An_owner_verifies_his_own_organization_and_no_other()
    {
        (await house.Do(new AddGadget("here"), house.As(Roles.Owner))).Expect();
        (await house.Do(new AddGadget("there"), house.As(Roles.Owner, house.Aster))).Expect();
        await house.Services.GetRequiredService<Sealer>().SealAll(TestContext.Current.CancellationToken);
        (await house.Do(new AddGadget("waits"), house.As(Roles.Owner))).Expect();
        await house.Sql("update event set action = 'Nothing' where organization_id = $1", house.Aster.Id);

        var whole = (await house.Ask(new GetAuditChain(), house.As(Roles.Owner))).Expect();
        var broken = (await house.Ask(new GetAuditChain(), house.As(Roles.Owner, house.Aster))).Expect();

        Assert.Equal(new GetAuditChain.Result(true, 1, 0, 1, null), whole);
        Assert.False(broken.IsWhole);
        Assert.Equal(("aster", 1L, "G-1"), (broken.Broken!.Organization, broken.Broken.Seq!.Value, broken.Broken.Key));
        Assert.Equal(ProblemKind.Forbidden, (await house.Ask(new GetAuditChain(), house.As(Roles.ItStaff))).Problem!.Kind);
    }
}
