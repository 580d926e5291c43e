using Microsoft.AspNetCore.Components;

namespace Helios.Web.Components.Forms;

/// <summary>What every field of a form takes.</summary>
public abstract class FormField : Block
{
    /// <summary>Name in the form; the id is <c>f-</c> and the name.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What is asked for. Always visible, never a placeholder.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The value before anybody typed.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>What is wrong and how to fix it; taken from the refused form if null.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>A few words that help to fill it in.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Marks the field as optional; required is the default.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>Over the whole width where fields stand in two columns.</summary>
    [Parameter]
    public bool Full { get; set; }

    /// <summary>The form that was refused, if it was.</summary>
    [CascadingParameter]
    public FormState? State { get; set; }

    /// <summary>Id of the control where two forms of a page ask for the same; made of the name if null.</summary>
    [Parameter]
    public string? ControlId { get; set; }

    /// <summary>Id of the control.</summary>
    protected string Id => ControlId ?? "f-" + Name;

    /// <summary>What the control shows: what was typed, else <see cref="Value"/>.</summary>
    protected string? Shown => State?.Values is { } values ? values.GetValueOrDefault(Name) : Value;

    /// <summary>What is wrong, from either source.</summary>
    protected string? Fault => Error ?? State?.Errors.GetValueOrDefault(Name);

    /// <summary>For <c>aria-invalid</c>.</summary>
    protected string? Invalid => Fault is null ? null : "true";

    /// <summary>For <c>aria-describedby</c>: the error, else the hint.</summary>
    protected string? DescribedBy => Fault is not null ? Id + "-error" : Hint is not null ? Id + "-hint" : null;
}
