using System.Net;
using Helios.Core.Samples;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Modules;
using Helios.Kernel.Outbound;
using Helios.Kernel.Secrets;
using Helios.Web.Rest;
using Npgsql;

namespace Helios.Server.Composition;

/// <summary>What the web application is made of and how it listens.</summary>
public sealed record ApplicationSettings
{
    /// <summary>The database as the server's role. Whoever made it disposes of it.</summary>
    public required NpgsqlDataSource Database { get; init; }

    public required RootKey RootKey { get; init; }

    /// <summary>The folder of the contents of files; it is made when the first one comes.</summary>
    public required string FilesFolder { get; init; }

    /// <summary>The modules besides core.</summary>
    public IReadOnlyList<Module> Modules { get; init; } = [];

    /// <summary>Where it listens: <c>http://127.0.0.1:8430</c>, or <c>https://…</c> together with a certificate.</summary>
    public IReadOnlyList<Uri> Addresses { get; init; } = [new("http://127.0.0.1:8430")];

    /// <summary>A PEM file with the certificate and its chain, for https addresses.</summary>
    public string? Certificate { get; init; }

    /// <summary>A PEM file with the certificate's key.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>Proxies that end TLS before this server; their word on scheme and client address counts, nobody else's.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>How much one access token may ask of the API.</summary>
    public RestLimits ApiLimits { get; init; } = new();

    /// <summary>Whom it may call on behalf of users: public addresses only, unless told otherwise.</summary>
    public OutboundRules Outbound { get; init; } = OutboundRules.PublicOnly;

    /// <summary>Whether it shows the sample organization, with the way to remove it; null for all others.</summary>
    public SampleMode? Sample { get; init; }

    /// <summary>How the backups stand that are written by themselves; null where nothing is known of them.</summary>
    public BackupWatch? Backups { get; init; }

    /// <summary>Browsers report what the content security policy refuses, and the log tells; for development and tests.</summary>
    public bool ReportsViolations { get; init; }

    /// <summary>The clock; the system's if null.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Changes that tests make: another server, other log targets.</summary>
    public Action<WebApplicationBuilder>? Adjust { get; init; }
}
