namespace Helios.Web; internal static class Placeholder { }
