namespace Helios.Benchmarks.Filling;

/// <summary>A person to be filled in.</summary>
sealed record PersonRow(Guid Id, int Number, string Name, string Title, bool IsStaff, DateTime UpdatedAt)
{
    public string Key => $"U-{Number}";

    public string Username => $"{Name.Replace(' ', '.').ToLowerInvariant()}{Number}";

    public string Mail => Username + "@larkspur.example";
}
