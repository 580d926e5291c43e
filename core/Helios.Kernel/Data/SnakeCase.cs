using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Data;

/// <summary>Column names in the database: <c>UpdatedAt</c> is <c>updated_at</c>.</summary>
public static class SnakeCase
{
    /// <summary>The name of a property as a column.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    internal static void Name(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Of(property.Name));
    }
}
