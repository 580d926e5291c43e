namespace Helios.Tests.Fixtures;

/// <summary>A folder for one test or house, gone with it.</summary>
public sealed class TestFolder : IDisposable
{
    /// <summary>Its path; it is there only once something was put into it.</summary>
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"helios-test-{Guid.CreateVersion7():n}");

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
