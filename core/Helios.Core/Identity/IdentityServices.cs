using Helios.Core.Identity.Keys;
using Helios.Core.Identity.Sessions;
using Helios.Core.Identity.Tokens;
using Helios.Core.Organizations;
using Helios.Core.Shell;
using Helios.Kernel.Events;
using Helios.Kernel.Jobs;
using Helios.Kernel.Secrets;
using Helios.Web.Pages;
using Helios.Web.Rest;
using Helios.Web.Scopes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helios.Core.Identity;

/// <summary>What organizations, identity and the shell need besides the kernel. The host adds the <see cref="RootKey"/>.</summary>
static class IdentityServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<RecoveryState>();
        services.AddSingleton<KeptKeys>();
        services.AddSingleton<AuditSigner>();
        services.AddSingleton<ChainExport>();
        services.AddSingleton<PersonalErasure>();
        services.AddSingleton<OrganizationKeys>();
        services.AddScoped<SecretStore>();
        services.AddScoped<ResealValues>();
        services.AddSingleton<Peppers>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<Slugs>();
        services.AddSingleton<SetupLink>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton<OrganizationProfiles>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SignInGuard>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<IScopeSource, SessionScopes>();
        services.AddSingleton<ITokenScopes, TokenScopes>();
        services.AddSingleton<IJobScopes, JobScopes>();
        services.AddSingleton<IShellSource, ShellSource>();
        services.AddSingleton<KeySealer>();
        services.AddSingleton<IXmlRepository, StoredKeys>();
        services.AddDataProtection().SetApplicationName("Helios");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = provider.GetRequiredService<IXmlRepository>();
            options.XmlEncryptor = provider.GetRequiredService<KeySealer>();
        }));
    }
}
