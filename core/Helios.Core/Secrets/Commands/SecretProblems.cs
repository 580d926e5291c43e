using Helios.Kernel.Problems;

namespace Helios.Core.Secrets.Commands;

/// <summary>What the commands of secrets refuse.</summary>
static class SecretProblems
{
    /// <summary>The value is gone.</summary>
    public static Problem Deleted(OrganizationSecret secret) =>
        Problem.Conflict("secrets.deleted", $"{secret.Name} was deleted, and its value is destroyed. Add a new secret.");
}
