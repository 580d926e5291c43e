namespace Helios.Kernel.Commands;

/// <summary>Finds the handler that is nested in an input record, by the interface it implements.</summary>
static class Handlers
{
    /// <summary>The result type that an input names in its interface.</summary>
    public static Type ResultOf(Type input, Type open) =>
        Array.Find(input.GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == open)?.GetGenericArguments()[0]
        ?? throw new InvalidOperationException($"{input.Name} does not implement {open.Name}.");

    public static Type Of(Type input, Type contract) =>
        Array.Find(input.GetNestedTypes(), contract.IsAssignableFrom)
        ?? throw new InvalidOperationException($"{input.Name} has no nested handler that implements {contract.Name}.");
}
