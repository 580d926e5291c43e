using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Tests.Fixtures;

static class LightPasswords
{
    /// <summary>Every test signs somebody in, and no password of theirs is worth a guess.</summary>
    public static void UseLightPasswords(this WebApplicationBuilder builder) => builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
}
