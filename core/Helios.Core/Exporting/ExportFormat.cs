namespace Helios.Core.Exporting;

/// <summary>The formats of exports.</summary>
public static class ExportFormat
{
    public const string Csv = "csv";
    public const string Json = "json";
}
