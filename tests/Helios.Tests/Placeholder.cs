namespace Helios.Tests;

public sealed class Placeholder { [Xunit.Fact] public void Holds() { } }
