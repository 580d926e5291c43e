using System.Diagnostics;
using System.Text;
using Helios.Core.Audit;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Scopes;
using Helios.Kernel.Secrets;
using Helios.Tests.Docs;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Events;

/// <summary>Checkpoints and exports: what somebody with the whole database can rewrite is found by what was signed before.</summary>
public sealed class CheckpointTests(GadgetHouse house) : IAsyncLifetime, IClassFixture<GadgetHouse>
{
    readonly RootKey root = RootKey.Make(TimeProvider.System);
    readonly string folder = Directory.CreateTempSubdirectory("helios-test-").FullName;
    AuditSigner? signer;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    AuditSigner Signer => signer!;

    public async ValueTask InitializeAsync()
    {
        await house.Sql("truncate event, event_detail, event_seal, seal_head, audit_checkpoint, platform.event_unsealed, platform.kept_key");
        await house.Sql("delete from gadget; delete from entity");
        signer = new AuditSigner(new KeptKeys(house.Database.Owner, root, TimeProvider.System), house.Database.Server, TimeProvider.System);
        await Events("lamp", 5);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_link_is_signed_once_and_by_whoever_opens_the_key()
    {
        var made = (await Signer.Sign(house.Larkspur.Id, Stop))!;
        var again = (await new AuditSigner(new KeptKeys(house.Database.Owner, root, TimeProvider.System), house.Database.Server, TimeProvider.System).Sign(house.Larkspur.Id, Stop))!;

        Assert.True(made.IsSignedBy(Signer.PublicKey));
        Assert.Equal((5L, made.SignedAt), (again.Seq, again.SignedAt));
        Assert.Null(await Signer.Sign(house.Aster.Id, Stop));
        Assert.False((made with { Seq = 4 }).IsSignedBy(Signer.PublicKey));
        Assert.False((made with { Organization = house.Aster.Id }).IsSignedBy(Signer.PublicKey));
        Assert.Equal((true, 1), await Verified());
        await Signer.SignUnlessSince(house.Larkspur.Id, made.SignedAt.AddHours(-1), Stop);
        Assert.Equal(1L, await house.One<long>("select count(*) from audit_checkpoint"));
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_to_its_head_is_named_by_its_checkpoint()
    {
        await Signer.Sign(house.Larkspur.Id, Stop);
        await house.Sql("update event set action = 'GadgetKept' where id = (select event_id from event_seal where seq = 3)");
        await SealAnew();

        await Breaks("A checkpoint was signed over another link 5");
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_with_events_and_head_is_named_by_its_checkpoint()
    {
        await Signer.Sign(house.Larkspur.Id, Stop);
        await house.Sql("delete from event where id in (select event_id from event_seal where seq > 3)");
        await house.Sql("delete from event_seal where seq > 3");
        await house.Sql("update seal_head set (seq, hash) = (select seq, hash from event_seal where seq = 3)");

        await Breaks("The end of the chain is missing: it ends at 3, and a checkpoint was signed over 5 links.");
    }

    [Theory]
    [InlineData("update audit_checkpoint set signature = set_byte(signature, 9, get_byte(signature, 9) # 1)")]
    [InlineData("update audit_checkpoint set signed_at = signed_at + interval '1 day'")]
    [InlineData("update audit_checkpoint set seq = 4")]
    [InlineData("update platform.kept_key set public = public || public")]
    public async Task An_altered_checkpoint_is_named(string edit)
    {
        await Signer.Sign(house.Larkspur.Id, Stop);
        await house.Sql(edit);

        await Breaks("is not signed by a key of this installation");
    }

    [Fact]
    public async Task An_export_is_verified_from_its_file_alone()
    {
        var lines = await Export();

        Assert.Equal(1 + 5 + 1 + 1, lines.Count);
        var (report, export) = await Read(lines);
        Assert.Equal((true, 5L, 1, Checkpoint.NameOf(Signer.PublicKey)), (report.IsWhole, report.Events, report.Checkpoints, export.KeyNames.Single()));
    }

    [Theory]
    [InlineData(2, "GadgetRenamed", "GadgetKept", "The event is not the one that was sealed here")]
    [InlineData(2, "\"occurred_at\":1", "\"occurred_at\":2", "The event is not the one that was sealed here")]
    [InlineData(3, "lamp 3", "lump 3", "details are not those that were sealed")]
    [InlineData(3, "Robin Lane", "Robin Lone", "details are not those that were sealed")]
    [InlineData(0, "\"keys\":[{", "\"keys\":[{\"x\":1,", null)]
    [InlineData(0, "\"id\":\"", "\"id\":\"0", "is not the one that it says")]
    [InlineData(6, "\"seq\":5", "\"seq\":4", "is not signed by a key of this file")]
    [InlineData(6, "\"signature\":\"", "\"signature\":\"00", "is not signed by a key of this file")]
    [InlineData(7, "\"seq\":5", "\"seq\":6", "says that there are 6")]
    [InlineData(7, "end", "ende", "cannot be read")]
    public async Task An_altered_export_is_refused(int line, string from, string to, string? says)
    {
        var lines = await Export();
        Assert.Contains(from, lines[line], StringComparison.Ordinal);
        lines[line] = lines[line].Replace(from, to, StringComparison.Ordinal);

        var (report, _) = await Read(lines);

        Assert.Equal(says is null, report.IsWhole);
        Assert.Contains(says ?? "", report.Broken?.Wrong ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_missing_swapped_or_too_much_is_refused()
    {
        var lines = await Export();
        for (var at = 1; at < lines.Count; at++)
            if (at != 6)
                Assert.False((await Read([.. lines.Where((_, line) => line != at)])).Report.IsWhole, $"without line {at}");
        Assert.False((await Read([lines[0], lines[2], lines[1], .. lines.Skip(3)])).Report.IsWhole);
        Assert.False((await Read([.. lines, lines[^1]])).Report.IsWhole);
        Assert.False((await Read([])).Report.IsWhole);
    }

    [Fact]
    public async Task An_older_export_finds_a_cut_tail_and_a_rewritten_chain_even_when_all_is_signed_anew()
    {
        var before = await Export("before.ndjson");
        await Events("more", 2);
        var after = await Export("after.ndjson");
        Assert.Null((await Read(after)).Export.Contradicts((await Read(before)).Export));
        Assert.Contains("the other export has 7 links", (await Read(before)).Export.Contradicts((await Read(after)).Export), StringComparison.Ordinal);
        Assert.Equal(0, await AuditCommandLine.VerifyFile(File("after.ndjson"), File("before.ndjson"), TextWriter.Null, Stop));
        Assert.Equal(0, await AuditCommandLine.Verify(house.Database.Owner.ConnectionString, TextWriter.Null, Stop, File("before.ndjson")));

        // Whoever has the root key too rewrites the chain and signs it again.
        await house.Sql("update event set action = 'GadgetKept' where id = (select event_id from event_seal where seq = 3)");
        await house.Sql("truncate audit_checkpoint");
        await SealAnew();
        await Export("forged.ndjson");
        await using var output = new StringWriter();
        Assert.Equal(1, await AuditCommandLine.VerifyFile(File("forged.ndjson"), File("before.ndjson"), output, Stop));
        Assert.Contains("the chain was written anew since", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await AuditCommandLine.Verify(house.Database.Owner.ConnectionString, TextWriter.Null, Stop, File("before.ndjson")));
    }

    [Fact]
    public async Task The_guides_own_verifier_agrees()
    {
        Assert.True(HasPython(), "The verifier of docs/audit.md needs Python 3.8 or newer. Install it: apt-get install -y python3");
        await Export("whole.ndjson");
        var script = File("verify.py");
        await System.IO.File.WriteAllTextAsync(script, Guides.BlocksOf(Guides.Read("docs/audit.md"), "python").Single(), Stop);
        var (code, said) = await Python(script, File("whole.ndjson"));
        Assert.True(code == 0, said);
        Assert.Contains("whole: 5 events", said, StringComparison.Ordinal);
        Assert.InRange((await System.IO.File.ReadAllLinesAsync(script, Stop)).Count(line => line.Trim().Length > 0), 20, 70);

        var lines = await System.IO.File.ReadAllLinesAsync(File("whole.ndjson"), Stop);
        foreach (var (line, from, to, says) in new[] { (2, "GadgetRenamed", "GadgetKept", "event 2"), (3, "lamp 3", "lump 3", "detail 3"), (6, "\"signature\":\"", "\"signature\":\"1", "checkpoint 5"), (7, "end", "fin", "the end is missing") })
        {
            await System.IO.File.WriteAllLinesAsync(File("altered.ndjson"), lines.Select((text, at) => at != line ? text : from.Contains("signature", StringComparison.Ordinal) ? text.Replace("\"signed_at\":", "\"signed_at\":1", StringComparison.Ordinal) : text.Replace(from, to, StringComparison.Ordinal)), Stop);
            (code, said) = await Python(script, File("altered.ndjson"));
            Assert.NotEqual(0, code);
            Assert.Contains(says, said, StringComparison.Ordinal);
        }
    }

    async Task Events(string name, int count)
    {
        var added = (await house.Do(new AddGadget(name), house.As(Roles.Owner))).Expect();
        for (var i = 2; i <= count; i++)
            (await house.Do(new RenameGadget(new EntityRef<Gadget>(added.Key), $"{name} {i}"), house.As(Roles.Owner))).Expect();
        await house.Services.GetRequiredService<Sealer>().SealAll(Stop);
    }

    /// <summary>Writes every link anew over the events as they are now, head included.</summary>
    async Task SealAnew()
    {
        await house.Sql("insert into platform.event_unsealed (organization_id, occurred_at, event_id) select organization_id, occurred_at, event_id from event_seal order by seq");
        await house.Sql("truncate event_seal, seal_head");
        await house.Services.GetRequiredService<Sealer>().SealAll(Stop);
    }

    async Task<(bool IsWhole, int Checkpoints)> Verified()
    {
        var report = await house.Services.GetRequiredService<ChainVerifier>().Verify("larkspur", Stop);
        return (report.IsWhole, report.Checkpoints);
    }

    async Task Breaks(string wrong)
    {
        var report = await house.Services.GetRequiredService<ChainVerifier>().Verify("larkspur", Stop);
        Assert.Contains(wrong, report.Broken?.Wrong ?? "whole", StringComparison.Ordinal);
    }

    async Task<List<string>> Export(string? name = null)
    {
        await Signer.Sign(house.Larkspur.Id, Stop);
        using var file = new MemoryStream();
        await new ChainExport(house.Database.Server, TimeProvider.System).Write((house.Larkspur.Id, "larkspur", "Larkspur"), null, file, Stop);
        if (name is not null)
            await System.IO.File.WriteAllBytesAsync(File(name), file.ToArray(), Stop);
        return [.. Encoding.UTF8.GetString(file.ToArray()).TrimEnd('\n').Split('\n')];
    }

    static async Task<(ChainReport Report, ExportVerifier Export)> Read(IEnumerable<string> lines)
    {
        var export = new ExportVerifier();
        using var text = new StringReader(string.Join('\n', lines));
        return (await export.Verify(text, Stop), export);
    }

    string File(string name) => Path.Combine(folder, name);

    static bool HasPython() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(path => System.IO.File.Exists(Path.Combine(path, "python3")));

    static async Task<(int Code, string Said)> Python(string script, string export)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", [script, export]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await python.StandardOutput.ReadToEndAsync(Stop) + await python.StandardError.ReadToEndAsync(Stop);
        await python.WaitForExitAsync(Stop);
        return (python.ExitCode, said);
    }
}
