namespace Helios.Core; internal static class Placeholder { }
