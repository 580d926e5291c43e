using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helios.Kernel.Secrets;

/// <summary>A sealed value is a bytea.</summary>
sealed class SealedTextColumn() : ValueConverter<SealedText, byte[]>(value => value.ToArray(), bytes => new SealedText(bytes));
