using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Helios.Kernel.Data.Migrating;

/// <summary>One step of a module's schema: <c>0003_tickets.sql</c>.</summary>
public sealed record MigrationFile(int Number, string Name, string Sql)
{
    /// <summary>Tells a file that was changed after it ran; line endings do not count.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The name of the file.</summary>
    public string FileName => $"{Number.ToString("0000", CultureInfo.InvariantCulture)}_{Name}.sql";
}
