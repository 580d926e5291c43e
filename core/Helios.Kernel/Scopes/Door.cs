namespace Helios.Kernel.Scopes;

/// <summary>Through which door a piece of work came in; the audit trail keeps it.</summary>
public enum Door
{
    Page,
    Rest,
    Job,
    Start,
}
