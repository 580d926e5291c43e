using Helios.Kernel.Installations;
using Helios.Kernel.Secrets;

namespace Helios.Server.Verbs;

/// <summary>What an operator does with the root key itself: rotate it, and compare a recovery copy with it.</summary>
static class SecretsVerb
{
    /// <summary>Puts a new root key under everything, while Helios is stopped.</summary>
    public static async Task<int> RotateRoot(HeliosSettings settings, TextWriter output, CancellationToken stop)
    {
        if (settings.OwnServer is null && DataFolderLock.IsHeld(settings.DataFolder))
            throw new InstallationException($"Helios runs on the data folder {settings.DataFolder}.", "Stop it first: a running one would go on sealing with the old key.");
        await using var database = await ReachedDatabase.Of(settings, stop);
        var made = await new RootRotation(database.Connections, settings.RootKey, TimeProvider.System, output.WriteLine).Run(stop);
        await output.WriteLineAsync($"From now on everything stands under {made.Id}. Keep the key before as long as backups from before today.");
        await output.WriteLineAsync("Start Helios and sign in as an owner: it asks you to save the new recovery copy. The old one opens old backups only.");
        return 0;
    }

    /// <summary>Says whether a recovery copy, as it was printed or typed, is the one of the key in use.</summary>
    public static async Task<int> CheckCopy(HeliosSettings settings, string file, TextWriter output, CancellationToken stop)
    {
        var copy = RecoveryCopy.Read(await RootKeyStore.ReadCopy(file, stop));
        await using var database = await ReachedDatabase.Of(settings, stop);
        var key = await new RootKeyStore(database.Connections.Owner, settings.RootKey, TimeProvider.System, output.WriteLine).Find(stop)
            ?? throw new InstallationException("This installation has no root key yet.", "Start it once.");
        var isIt = copy.CheckValue.AsSpan().SequenceEqual(key.CheckValue);
        await output.WriteLineAsync(isIt ? $"The copy is right: it brings back {key.Id}." : $"This is the copy of {copy.Id}, and the key in use is {key.Id}. Save its copy, and keep this one as long as old backups.");
        return isIt ? 0 : 1;
    }
}
