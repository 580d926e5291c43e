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
          run             start the server (when no verb is named)
          doctor          look over this machine and this installation
          audit verify              prove that the audit trail is whole
          audit verify FILE         prove that an export is whole; --against OLDER compares it with an older one
          audit export FILE         write the chain of an organization into a file (--organization NAME)
          secrets rotate-root       put a new root key under everything (Helios stopped)
          secrets check-copy FILE   compare a recovery copy with the root key
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
                [] => await RunVerb.Run(Settings([]), output, signals.Stop),
                ["help" or "--help" or "-h", ..] => await Print(output, Help, exitCode: 0),
                ["run", .. var options] => await RunVerb.Run(Settings(options), output, signals.Stop),
                ["doctor", .. var options] => await DoctorVerb.Run(Settings(options), output, signals.Stop),
                ["audit", "verify", .. var options] => await AuditVerb.Verify(options, Settings, output, signals.Stop),
                ["audit", "export", var file, .. var options] => await AuditVerb.Export(file, options, Settings, output, signals.Stop),
                ["secrets", "rotate-root", .. var options] => await SecretsVerb.RotateRoot(Settings(options), output, signals.Stop),
                ["secrets", "check-copy", var file, .. var options] => await SecretsVerb.CheckCopy(Settings(options), file, output, signals.Stop),
                ["secrets", ..] => await Print(errors, $"secrets knows two things to do: secrets rotate-root and secrets check-copy FILE.\n{Help}", Usage),
                ["audit", ..] => await Print(errors, $"audit knows two things to do: audit verify and audit export FILE.\n{Help}", Usage),
                [var first, ..] when first.StartsWith("--", StringComparison.Ordinal) => await RunVerb.Run(Settings(words), output, signals.Stop),
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
            await errors.WriteLineAsync($"The database was lost while Helios started: {e.Message}\n→ Start it again; ./helios doctor looks over the machine and the database.");
            return 1;
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
        {
            await output.WriteLineAsync("Stopped.");
            return 0;
        }
    }

    static HeliosSettings Settings(IReadOnlyList<string> options) => HeliosSettings.Parse(options, Environment.GetEnvironmentVariable);

    static async Task<int> Print(TextWriter to, string text, int exitCode)
    {
        await to.WriteLineAsync(text);
        return exitCode;
    }
}
