namespace Helios.BrowserTests;

public sealed class Placeholder { [Xunit.Fact] public void Holds() { } }
