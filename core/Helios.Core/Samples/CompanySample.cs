using Helios.Core.Directory.Locations;
using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;

namespace Helios.Core.Samples;

/// <summary>The directory of the sample: 12 places in a tree, 250 people with their managers, starters and leavers.</summary>
sealed class CompanySample : SamplePart
{
    /// <summary>Without the owner, who is there already.</summary>
    const int People = 249;

    const int Staff = 7;

    static readonly string[] First =
    [
        "Mei", "Jonas", "Elif", "Tomasz", "Ines", "Kwame", "Freya", "Ravi", "Lucia", "Oskar", "Nadia", "Henrik", "Aiko", "Pavel", "Zola", "Marta", "Idris", "Clara", "Yusuf", "Greta",
        "Santiago", "Hana", "Emil", "Priya", "Bruno", "Leila", "Anders", "Noor", "Viktor", "Alma", "Diego", "Sofia", "Malik", "Ingrid", "Kenji", "Rosa", "Felix", "Amina", "Nils", "Teresa",
    ];

    static readonly string[] Last =
    [
        "Tanaka", "Brandt", "Demir", "Nowak", "Duarte", "Mensah", "Lindqvist", "Iyer", "Moretti", "Berg", "Haddad", "Sorensen", "Sato", "Novak", "Dlamini", "Kowalska", "Okafor", "Weiss", "Kaya", "Hoffmann",
        "Vargas", "Kim", "Larsen", "Nair", "Costa", "Farahani", "Holm", "Rahman", "Petrov", "Jensen", "Ruiz", "Romano", "Diallo", "Eriksen", "Mori", "Garcia", "Keller", "Bello", "Dahl", "Alves",
    ];

    // Head, team lead, members; the weight says how many of a hundred work there.
    static readonly (string Name, string Head, string Lead, string[] Titles, int Weight)[] Departments =
    [
        ("IT", "Head of IT", "Service desk lead", ["IT support specialist", "Systems administrator", "Network engineer"], 0),
        ("Engineering", "Head of engineering", "Lead engineer", ["Optical engineer", "Firmware engineer", "Mechanical designer", "Test engineer"], 26),
        ("Production", "Plant manager", "Shift lead", ["Assembler", "Machine operator", "Quality inspector", "Process technician"], 30),
        ("Sales", "Head of sales", "Regional sales lead", ["Account manager", "Inside sales representative", "Sales engineer"], 16),
        ("Logistics", "Head of logistics", "Warehouse lead", ["Warehouse clerk", "Transport planner", "Purchaser"], 11),
        ("Finance", "Chief financial officer", "Accounting lead", ["Accountant", "Controller", "Payroll clerk"], 8),
        ("People", "Head of people", "Recruiting lead", ["Recruiter", "HR specialist"], 5),
        ("Marketing", "Head of marketing", "Content lead", ["Designer", "Event manager", "Product marketer"], 4),
    ];

    static readonly (string Name, string? Parent, string? Address, string? City, string? Country)[] Places =
    [
        ("Utrecht", null, "Vredenburg 40", "Utrecht", "NL"), ("Utrecht head office", "Utrecht", null, "Utrecht", "NL"), ("Utrecht plant", "Utrecht", "Atoomweg 12", "Utrecht", "NL"),
        ("Optics lab", "Utrecht plant", null, "Utrecht", "NL"), ("Assembly hall", "Utrecht plant", null, "Utrecht", "NL"), ("Warehouse", "Utrecht plant", null, "Utrecht", "NL"),
        ("Leipzig", null, "Spinnereistrasse 7", "Leipzig", "DE"), ("Leipzig office", "Leipzig", null, "Leipzig", "DE"), ("Leipzig service center", "Leipzig", null, "Leipzig", "DE"),
        ("Porto", null, "Rua do Almada 221", "Porto", "PT"), ("Porto office", "Porto", null, "Porto", "PT"), ("Factory shop", "Utrecht head office", null, "Utrecht", "NL"),
    ];

    public override string Label => "12 locations and 250 people";

    public override void Plan(SamplePlan plan)
    {
        var founded = plan.Now.AddDays(-372);
        foreach (var (name, parent, address, city, country) in Places)
        {
            plan.Places[name] = "";
            plan.Add(new SampleStep(
                founded,
                null,
                () => new CreateLocation { Name = name, Address = address, City = city, Country = country, Currency = "EUR", Parent = parent is null ? null : new EntityRef<Location>(plan.Places[parent]) },
                (_, key) => plan.Places[name] = key!));
        }

        for (var i = 0; i < People; i++)
            Add(plan, i, founded);
    }

    static void Add(SamplePlan plan, int i, DateTimeOffset founded)
    {
        // Each last name with each first name once, so that nobody is there twice.
        var (first, last) = (First[i % First.Length], Last[((i * 7) + (i / First.Length)) % Last.Length]);
        var (department, rank) = Place(plan, i);
        var at = department.Name switch
        {
            "Production" => plan.Pick(["Assembly hall", "Assembly hall", "Optics lab"]),
            "Logistics" => "Warehouse",
            "Engineering" => plan.Pick(["Optics lab", "Utrecht head office", "Leipzig office"]),
            "Sales" => plan.Pick(["Leipzig office", "Porto office", "Utrecht head office", "Factory shop"]),
            _ => plan.Pick(["Utrecht head office", "Utrecht head office", "Leipzig service center"]),
        };
        var today = DateOnly.FromDateTime(plan.Now.UtcDateTime);
        // One of ten began within the year, one of twelve left or is about to; neither is a head or of IT.
        DateOnly? starts = rank == 2 && department.Weight > 0 && i % 10 == 3 ? today.AddDays(20 - plan.Below(340)) : today.AddDays(-400 - plan.Below(3200));
        DateOnly? ends = rank == 2 && department.Weight > 0 && i % 12 == 5 ? today.AddDays(40 - plan.Below(300)) : null;
        if (ends <= starts)
            ends = null;
        var mail = $"{first}.{last}@brightwater.example".ToLowerInvariant();
        var person = new SampleAuthor
        {
            Name = $"{first} {last}",
            Mail = mail,
            Department = department.Name,
            City = Places.First(place => place.Name == at).City!,
            Role = department.Weight == 0 ? Roles.ItStaff : Roles.User,
            StartsOn = starts,
            EndsOn = ends,
        };
        var manager = rank == 0 ? null : plan.People.LastOrDefault(other => other.Department == department.Name && IsAbove(plan, other, rank));
        var command = new CreateUser
        {
            Name = person.Name,
            FirstName = first,
            LastName = last,
            Username = $"{first}.{last}".ToLowerInvariant(),
            Mail = mail,
            Phone = $"+31 30 555 {1000 + i}",
            Title = rank == 0 ? department.Head : rank == 1 ? department.Lead : plan.Pick(department.Titles),
            EmployeeNumber = $"{10_000 + i}",
            Company = "Brightwater Instruments",
            IsVip = rank == 0,
            IsRemote = plan.Below(8) == 0,
            StartsOn = starts,
            EndsOn = ends,
        };
        plan.People.Add(person);
        var began = new DateTimeOffset(starts.Value.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero).AddDays(-14);
        plan.Add(new SampleStep(
            began > founded ? plan.AtWork(began) < plan.Now ? plan.AtWork(began) : plan.Now.AddHours(-1) : founded.AddMinutes(1).AddSeconds(i),
            null,
            () => command with { Location = new EntityRef<Location>(plan.Places[at]), Manager = new EntityRef<User>(manager?.Key ?? plan.Owner.Key) },
            (id, key) => (person.Id, person.Key) = (id, key!)));
    }

    /// <summary>IT first, then a head for each department, then its leads, then everybody else by weight.</summary>
    static ((string Name, string Head, string Lead, string[] Titles, int Weight) Department, int Rank) Place(SamplePlan plan, int i)
    {
        if (i < Staff)
            return (Departments[0], Math.Min(i, 2));
        var others = Departments.Length - 1;
        if (i < Staff + others)
            return (Departments[1 + i - Staff], 0);
        if (i < Staff + (4 * others))
            return (Departments[1 + ((i - Staff) % others)], 1);
        var drawn = plan.Below(100);
        foreach (var department in Departments.Skip(1))
            if ((drawn -= department.Weight) < 0)
                return (department, 2);
        return (Departments[1], 2);
    }

    /// <summary>Leads report to heads, all others to one of the leads.</summary>
    static bool IsAbove(SamplePlan plan, SampleAuthor other, int rank)
    {
        var index = plan.People.IndexOf(other);
        var others = Departments.Length - 1;
        var isHead = index < Staff ? index == 0 : index < Staff + others;
        var isLead = index < Staff ? index == 1 : !isHead && index < Staff + (4 * others);
        return rank == 1 ? isHead : isLead && (index < Staff || plan.Below(2) == 0);
    }
}
