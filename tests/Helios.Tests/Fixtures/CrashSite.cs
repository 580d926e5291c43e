namespace Helios.Tests.Fixtures;

/// <summary>A data folder and a key file for servers that are going to be killed.</summary>
public sealed class CrashSite : IDisposable
{
    readonly string root = Path.Combine(Path.GetTempPath(), $"helios-test-{Guid.CreateVersion7():n}");

    public CrashSite()
    {
        Directory.CreateDirectory(root);
        Data = Path.Combine(root, "data");
        Key = Path.Combine(root, "keys", "root.key");
    }

    public string Data { get; }

    public string Key { get; }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
