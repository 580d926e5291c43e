namespace Helios.Kernel.Input;

/// <summary>A field that may be absent: absent leaves the value as it is, null clears it.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct Optional<T> : IOptional
{
    public Optional(T value)
    {
        Value = value;
        IsPresent = true;
    }

    /// <summary>Whether the caller sent the field at all.</summary>
    public bool IsPresent { get; }

    public T? Value { get; }

    object? IOptional.Content => Value;

    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>The sent value, or what stands now.</summary>
    public T? Or(T? current) => IsPresent ? Value : current;
}
