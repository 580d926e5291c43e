namespace Helios.Kernel; public static class Placeholder { }
