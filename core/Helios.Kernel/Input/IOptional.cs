namespace Helios.Kernel.Input;

/// <summary>An <see cref="Optional{T}"/> whose type is not known.</summary>
public interface IOptional
{
    bool IsPresent { get; }

    /// <summary>The value as an object; null when absent.</summary>
    object? Content { get; }
}
