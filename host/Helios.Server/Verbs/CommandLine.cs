using Helios.Core.Audit;
using Helios.Kernel.Installations;
using Npgsql;

namespace Helios.Server.Verbs;

/// <summary>Finds the verb that was asked for, and says in plain words when something is not as it must be.</summary>
static class CommandLine
{
    const int Usage = 2;

    static readonly string Help =
        $"""
        helios <verb> [options]
          run             start the server (when no verb is named); --sample: with a sample organization, in a folder of its own
          doctor          look over this machine and this installation
          audit verify              prove that the audit trail is whole
          audit verify FILE         prove that an export is whole; --against OLDER compares it with an older one
          audit export FILE         write the chain of an organization into a file (--organization NAME)
          secrets rotate-root       put a new root key under everything (Helios stopped)
          secrets check-copy FILE   compare a recovery copy with the root key
          backup          write a backup, beside a running server or without one (--to FILE or folder)
          backup verify FILE
                          read a backup and prove that it is whole
          restore FILE    make an installation out of a backup, in an empty data folder
          help            this text
        Options:
        {HeliosSettings.Help}
        """;

    /// <summary>Runs the verb to its end.</summary>
    /// <returns>The exit code: 0 done, 1 a fault, 2 a mistake on the command line.</returns>
    public static async Task<int> Run(string[] words, TextWriter output, TextWriter errors)
    {
        using var signals = new StopSignals();
        try
        {
            return words switch
            {
                [] => await RunVerb.Run(Settings([]), withSample: false, output, signals.Stop),
                ["help" or "--help" or "-h", ..] => await Print(output, Help, exitCode: 0),
                ["run", .. var options] => await RunVerb.Run(Settings([.. options.Where(option => option is not "--sample")]), options.Contains("--sample", StringComparer.Ordinal), output, signals.Stop),
                ["doctor", .. var options] => await DoctorVerb.Run(Settings(options), output, signals.Stop),
                ["audit", "verify", .. var options] when Take(options, "--against", out var rest) is var older => await (rest is [var file, ..] && !file.StartsWith("--", StringComparison.Ordinal)
                    ? AuditCommandLine.VerifyFile(file, older, output, signals.Stop)
                    : AuditVerb.Verify(Settings(rest), older, output, signals.Stop)),
                ["audit", "export", var file, .. var options] when Take(options, "--organization", out var rest) is var slug => await AuditVerb.Export(Settings(rest), file, slug, output, signals.Stop),
                ["secrets", "rotate-root", .. var options] => await SecretsVerb.RotateRoot(Settings(options), output, signals.Stop),
                ["secrets", "check-copy", var file, .. var options] => await SecretsVerb.CheckCopy(Settings(options), file, output, signals.Stop),
                ["secrets", ..] => await Print(errors, $"secrets knows two things to do: secrets rotate-root and secrets check-copy FILE.\n{Help}", Usage),
                ["audit", ..] => await Print(errors, $"audit knows two things to do: audit verify and audit export FILE.\n{Help}", Usage),
                ["backup", "verify", var file, .. var options] => await BackupVerb.Verify(file, Settings(options), output, signals.Stop),
                ["backup", .. var options] when Take(options, "--to", out var rest) is var to => await BackupVerb.Write(Settings(rest), to, output, signals.Stop),
                ["restore", var file, .. var options] when !file.StartsWith("--", StringComparison.Ordinal) => await BackupVerb.Restore(file, Settings(options), output, signals.Stop),
                ["restore", ..] => await Print(errors, $"restore wants the file of a backup first: restore FILE --data DIR.\n{Help}", Usage),
                [var first, ..] when first.StartsWith("--", StringComparison.Ordinal) => await RunVerb.Run(Settings([.. words.Where(option => option is not "--sample")]), words.Contains("--sample", StringComparer.Ordinal), output, signals.Stop),
                [var unknown, ..] => await Print(errors, $"There is no verb {unknown}.\n{Help}", Usage),
            };
        }
        catch (InstallationException e)
        {
            await errors.WriteLineAsync($"{e.Message}\n→ {e.Cure}");
            return e.ExitCode;
        }
        catch (NpgsqlException e)
        {
            await errors.WriteLineAsync($"The database was lost: {e.Message}\n→ Start it again; ./helios doctor looks over the machine and the database.");
            return 1;
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested && words is ["backup" or "restore", ..])
        {
            // What was cut short must not be taken for done.
            await errors.WriteLineAsync($"The {words[0]} was stopped before its end.\n→ Start it again.");
            return 1;
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
        {
            await output.WriteLineAsync("Stopped.");
            return 0;
        }
    }

    static HeliosSettings Settings(IReadOnlyList<string> options) => HeliosSettings.Parse(options, Environment.GetEnvironmentVariable);

    /// <summary>Takes an option of one verb out of its words.</summary>
    static string? Take(string[] words, string option, out string[] rest)
    {
        var at = Array.IndexOf(words, option);
        rest = at < 0 || at == words.Length - 1 ? words : [.. words[..at], .. words[(at + 2)..]];
        return rest.Length == words.Length ? null : words[at + 1];
    }

    static async Task<int> Print(TextWriter to, string text, int exitCode)
    {
        await to.WriteLineAsync(text);
        return exitCode;
    }
}
