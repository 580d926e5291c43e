namespace Helios.Itsm; internal static class Placeholder { }
