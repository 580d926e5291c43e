using System.Globalization;
using Helios.Core.Directory.People.Queries;
using Helios.Kernel.Problems;
using Helios.Web.Pages;

namespace Helios.Core.Directory.People.Pages;

/// <summary>Compares a form that came too late with the person as he stands now.</summary>
static class UserClash
{
    static readonly (string Field, string Label, Func<UserDetails, string?> Value)[] Fields =
    [
        ("name", "Full name", user => user.Name), ("firstName", "First name", user => user.FirstName), ("lastName", "Last name", user => user.LastName),
        ("username", "User name", user => user.Username), ("mail", "Mail address", user => user.Mail), ("phone", "Phone", user => user.Phone),
        ("website", "Website", user => user.Website), ("title", "Job title", user => user.Title), ("company", "Company", user => user.Company),
        ("location", "Location", user => user.Location?.Key), ("manager", "Manager", user => user.Manager?.Key),
        ("employeeNumber", "Employee number", user => user.EmployeeNumber), ("isRemote", "Works remotely", user => user.IsRemote ? "true" : "false"),
        ("startsOn", "First day", user => Day(user.StartsOn)), ("endsOn", "Last day", user => Day(user.EndsOn)),
        ("isVip", "VIP", user => user.IsVip ? "true" : "false"), ("notes", "Notes", user => user.Notes),
    ];

    /// <summary>Label, value now and value typed of each field that differs; nothing unless the form was refused as stale.</summary>
    public static IReadOnlyList<(string Label, string Now, string Typed)> Of(PageRequest request, UserDetails? user)
    {
        if (user is null || request.Refusal?.Kind is not ProblemKind.Stale || request.Form.Values is not { } typed)
            return [];
        return [.. Fields
            .Where(field => typed.ContainsKey(field.Field) && !string.Equals(field.Value(user) ?? "", typed[field.Field] ?? "", StringComparison.Ordinal))
            .Select(field => (field.Label, field.Value(user) ?? "", typed[field.Field] ?? ""))];
    }

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
