using System.Diagnostics;
using System.Globalization;
using Helios.Kernel.Jobs;
using Xunit;

namespace Helios.Tests.Jobs;

public sealed class WorkerNameTests
{
    [Fact]
    public void This_process_lives_and_one_that_started_at_another_moment_is_dead()
    {
        var parts = WorkerName.Make().Split('/');

        Assert.False(WorkerName.IsDead(string.Join('/', parts)));
        parts[3] = (long.Parse(parts[3], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        Assert.True(WorkerName.IsDead(string.Join('/', parts)));
    }

    [Fact]
    public async Task A_process_that_ended_is_dead()
    {
        using var process = Process.Start("true");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var parts = WorkerName.Make().Split('/');
        parts[2] = process.Id.ToString(CultureInfo.InvariantCulture);

        Assert.True(WorkerName.IsDead(string.Join('/', parts)));
    }

    [Theory]
    [InlineData(0, "another-boot")]
    [InlineData(1, "pid:[1]")]
    public void Of_another_boot_or_namespace_nothing_is_known(int part, string other)
    {
        var parts = WorkerName.Make().Split('/');
        (parts[part], parts[3]) = (other, "1");

        Assert.False(WorkerName.IsDead(string.Join('/', parts)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("killed")]
    [InlineData("host-12-abc")]
    public void A_name_of_another_form_is_nobody_that_is_known(string worker) => Assert.False(WorkerName.IsDead(worker));
}
