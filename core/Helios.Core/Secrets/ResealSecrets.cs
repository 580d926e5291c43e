using Helios.Core.Secrets.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Jobs;
using Helios.Kernel.Secrets;

namespace Helios.Core.Secrets;

/// <summary>After a rotation: seals every value of the purpose with the new key, then lets the keys before go.</summary>
public sealed class ResealSecrets(ResealValues values, CommandPipeline commands) : IJobHandler<ResealSecrets.Work>
{
    public const string Name = "secrets.reseal";

    /// <summary>Which key was rotated.</summary>
    /// <param name="Purpose">Its purpose.</param>
    public sealed record Work(string Purpose);

    public async Task Run(Work payload, JobContext context)
    {
        if (await values.Run(payload.Purpose, context))
            (await commands.Run(new RetireSecretKeys(payload.Purpose), context.Scope, null, context.Stop)).Expect();
    }
}
