namespace Helios.Tests.Fixtures;

/// <summary>A place for a data folder and a key file, where nothing was ever started.</summary>
public sealed class EmptySite : IDisposable
{
    readonly string root = Path.Combine(Path.GetTempPath(), $"helios-test-{Guid.CreateVersion7():n}");

    public EmptySite()
    {
        Directory.CreateDirectory(root);
        Data = Path.Combine(root, "data");
        Key = Path.Combine(root, "keys", "root.key");
    }

    public string Data { get; }

    public string Key { get; }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
