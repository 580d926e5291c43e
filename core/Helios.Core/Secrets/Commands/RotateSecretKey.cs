using System.Globalization;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Secrets.Commands;

/// <summary>Makes a new key for the organization's secrets. Work in the background seals each of them anew; they stay readable meanwhile.</summary>
public sealed record RotateSecretKey : ICommand<RotateSecretKey.Result>
{
    /// <summary>The new key.</summary>
    /// <param name="Version">Its number; each rotation counts up.</param>
    public sealed record Result(int Version);

    public sealed class Handler(HeliosDb db, SecretStore store) : ICommandHandler<RotateSecretKey, Result>
    {
        public async Task<Outcome<Result>> Handle(RotateSecretKey command, CommandContext context)
        {
            var (old, now) = await store.RotateKey(OrganizationSecret.Purpose, context.Stop);
            if (await IsAtWork(context.Stop))
                return Problem.Conflict("secrets.rotate_key.running", "The key was rotated a moment ago, and the secrets are being sealed with it. Wait until that is done.");
            context.Enqueue(ResealSecrets.Name, new ResealSecrets.Work(OrganizationSecret.Purpose));
            await context.TellOfActor(db, "secretKey", old == 0 ? null : Version(old), Version(now));
            return new Result(now);
        }

        Task<bool> IsAtWork(CancellationToken stop) => db.Jobs.AnyAsync(
            job => job.OrganizationId == db.OrganizationId && job.Name == ResealSecrets.Name && (job.State == JobState.Waiting || job.State == JobState.Running), stop);

        static string Version(int number) => "version " + number.ToString(CultureInfo.InvariantCulture);
    }
}
